using Telenovela.Bot.Contributions.Checks;

namespace Telenovela.Tests.Contributions.Checks;

public sealed class FormTests
{
    [Theory]
    [InlineData("", "VERA", "nothing-typed")]
    [InlineData(" \n\u200b", "VERA", "nothing-typed")]
    [InlineData("You came back to me.", null, "no-speaker")]
    [InlineData("VERA:", null, "no-words")]
    [InlineData("A", "VERA", "too-short")]
    [InlineData("🌹", "VERA", "too-short")]
    [InlineData("?!", "VERA", "no-letters")]
    [InlineData("You came back.", "The second cousin of the notary of Veracruz", "name-too-long")]
    [InlineData("No", "VERA")]
    [InlineData("Yes 👩‍👩‍👧", "The cousin of the notary of Veracruz")]
    public async Task Says_What_Is_Missing_When_A_Draft_Is_Incomplete(string text, string? character, params string[] expected)
    {
        await using var checks = await ChecksUnderTest.OpenAsync();

        Assert.Equal(expected, await checks.CodesAsync(text, character, "fr"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(501, "too-long")]
    public async Task Counts_What_Readers_Count_When_Letters_Have_Several_Units(int characters, params string[] expected)
    {
        await using var checks = await ChecksUnderTest.OpenAsync();
        var flags = string.Concat(Enumerable.Range(0, characters - 400).Select(at => at % 2 == 0 ? "🇲🇽" : "🌹"));
        var words = string.Concat(Enumerable.Range(0, 100).Select(at => $"{(char)('a' + (at % 23))}{(char)('e' + (at % 7))}o "));

        Assert.Equal(expected, await checks.CodesAsync(words + flags, "VERA", "fr"));
    }

    [Fact]
    public async Task Takes_Twenty_Lines_And_No_More_When_Many_Come()
    {
        await using var checks = await ChecksUnderTest.OpenAsync();
        string Lines(int count) => string.Join('\n', Enumerable.Range(1, count).Select(at => $"VERA: {new string((char)('a' + at), 3)} {at}"));

        Assert.Equal(20, (await checks.CheckAsync(Lines(20), null)).Lines.Count);
        var issue = Assert.Single((await checks.CheckAsync(Lines(21), null)).Problems);
        Assert.Equal(("too-many-lines", 21, 20), (issue.Code, issue.Arguments[0], issue.Arguments[1]));
    }

    [Theory]
    [InlineData("a.")]
    [InlineData("a@")]
    [InlineData("1 ")]
    [InlineData("<@")]
    [InlineData("https://")]
    public async Task Refuses_A_Megabyte_When_It_Comes_As_One_Line(string piece)
    {
        await using var checks = await ChecksUnderTest.OpenAsync();
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        var result = await checks.Checks.CheckAsync(
            ChecksUnderTest.Draft() with { IsScript = true }, [new DraftLine(1, "VERA", text)], ChecksUnderTest.Stop);

        Assert.Equal("too-long", Assert.Single(result.Problems).Code);
        Assert.Empty(result.Lines);
    }

    [Theory]
    [InlineData("  ", "no-telenovela")]
    [InlineData("!?", "no-telenovela")]
    [InlineData("A title that goes on and on until the reader has long forgotten how it ever began, alas", "title-too-long")]
    public async Task Wants_A_Title_When_The_Telenovela_Has_None(string telenovela, string expected)
    {
        await using var checks = await ChecksUnderTest.OpenAsync();

        Assert.Equal(expected, Assert.Single((await checks.CheckAsync("You came back to me.", telenovela: telenovela)).Problems).Code);
    }

    [Fact]
    public async Task Makes_Lines_Ready_When_Nothing_Is_Wrong()
    {
        await using var checks = await ChecksUnderTest.OpenAsync();

        var result = await checks.CheckAsync(
            ChecksUnderTest.Draft("EN-us", " high tide ") with { Arc = " lost love " },
            "VERA: (softly)   You came back.\nTOMÁS: I never left.",
            null);

        Assert.Empty(result.Problems);
        Assert.Equal(
            [("high_tide", "High Tide", "en", "VERA", "(softly) You came back.", "lost love"), ("high_tide", "High Tide", "en", "TOMÁS", "I never left.", "lost love")],
            result.Lines.Select(line => (line.Telenovela, line.TelenovelaTitle, line.Language, line.Character!, line.Text, line.Arc!)));
        Assert.All(result.Lines, line => Assert.Equal(64, line.Fingerprint.ExactHash.Length));
    }

    [Fact]
    public async Task Leaves_Bad_Lines_Out_When_A_Script_Has_Some()
    {
        await using var checks = await ChecksUnderTest.OpenAsync();
        DraftLine[] lines = [new(1, null, "The wind has turned."), new(2, "VERA", "Write to vera@example.org now."), new(3, "VERA", "SHUT THE DOOR AND NEVER OPEN IT AGAIN!")];

        var result = await checks.Checks.CheckAsync(ChecksUnderTest.Draft() with { IsScript = true }, lines, ChecksUnderTest.Stop);

        Assert.Equal(["The wind has turned.", "SHUT THE DOOR AND NEVER OPEN IT AGAIN!"], result.Lines.Select(line => line.Text));
        Assert.Equal(2, Assert.Single(result.Problems).Line);
        Assert.Equal(["""["all-capitals"]"""], result.Lines[1].Hints);
        Assert.Empty(result.Lines[0].Hints);
    }
}
