using CsCheck;
using Telenovela.Bot.Contributions.Checks.Reading;

namespace Telenovela.Tests.Contributions.Checks;

public sealed class DraftReaderTests
{
    [Theory]
    [InlineData("I knew it: you came back.", "VERA", "VERA|I knew it: you came back.")]
    [InlineData("You came back.\nAfter all these years.", "VERA", "VERA|You came back. After all these years.")]
    [InlineData("You came back.\n\nGo away.", "VERA", "VERA|You came back.", "VERA|Go away.")]
    [InlineData("VERA: You!\nTOMÁS: Me.", null, "VERA|You!", "TOMÁS|Me.")]
    [InlineData("VERA: You!\r\nTOMÁS (softly): Me.\r\n", "ANA", "VERA|You!", "TOMÁS|(softly) Me.")]
    [InlineData("Vera: You!\nDon Tomás: Me.", null, "Vera|You!", "Don Tomás|Me.")]
    [InlineData("Vera: You!", "vera", "Vera|You!")]
    [InlineData("Vera: You!", "TOMAS", "TOMAS|Vera: You!")]
    [InlineData("VERA\nYou came back.\nAt last.\n\nTOMÁS\nMe.", null, "VERA|You came back. At last.", "TOMÁS|Me.")]
    [InlineData("VERA: It is 3:45.", null, "VERA|It is 3:45.")]
    [InlineData("VERA: You came\nback to me.", null, "VERA|You came back to me.")]
    [InlineData("Nobody said this.", null, "|Nobody said this.")]
    [InlineData("VERA:", null, "VERA|")]
    [InlineData("You!", " VERA: ", "VERA|You!")]
    [InlineData("  \n \u200b \n", "VERA")]
    [InlineData("", null)]
    public void Reads_Lines_When_They_Are_Typed_As_People_Do(string text, string? character, params string[] expected) =>
        Assert.Equal(expected, DraftReader.Read(text, character).Select(line => $"{line.Character}|{line.Text}"));

    [Fact]
    public void Keeps_Every_Letter_When_Anything_Is_Typed() => Gen.Select(Gen.String, Gen.String).Sample((text, character) =>
    {
        var lines = DraftReader.Read(text, character);

        Assert.Equal(Enumerable.Range(1, lines.Count), lines.Select(line => line.Number));
        Assert.All(lines, line => Assert.True(line.Text.Length > 0 || line.Character is not null));
        var read = lines.Sum(line => (line.Character ?? "").Count(char.IsAsciiLetter) + line.Text.Count(char.IsAsciiLetter));
        Assert.True(read >= text.Count(char.IsAsciiLetter));
    });
}
