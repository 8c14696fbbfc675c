using CsCheck;
using Telenovela.Playground.Commands;
using Telenovela.Playground.People;

namespace Telenovela.Tests.Playground.Commands;

public sealed class TextCommandParserTests
{
    private static readonly PlaygroundPerson Member = PlaygroundPeople.All[0];
    private static readonly PlaygroundPerson Moderator = PlaygroundPeople.All.Single(person => person.Role == "Moderator");
    private readonly TextCommandParser _parser = new(new CommandBook(new FakeCatalog()));

    [Theory]
    [InlineData("/telenovela generate prompt:\"Te amo\" length:200", "prompt=Te amo|length=200")]
    [InlineData("/telenovela generate length:200 prompt:Te amo, Ramiro", "length=200|prompt=Te amo, Ramiro")]
    [InlineData("/telenovela generate prompt:Te amo length:200", "prompt=Te amo|length=200")]
    [InlineData("/telenovela generar comienzo:“Te amo” longitud: 200", "prompt=Te amo|length=200")]
    [InlineData("/TELENOVELA Generate PROMPT:\"a \\\"b\\\" \\\\ c\"", "prompt=a \"b\" \\ c")]
    [InlineData("/telenovela generate prompt:\"length:5 stays inside\"", "prompt=length:5 stays inside")]
    [InlineData("/telenovela generate prompt:\"never closed", "prompt=never closed")]
    [InlineData("/telenovela generate prompt: length:200", "prompt=|length=200")]
    [InlineData("/telenovela generate prompt:MARISOL: no", "prompt=MARISOL: no")]
    [InlineData("  /telenovela   generate", null)]
    [InlineData("/telenovela generate", "")]
    public void Reads_Options_By_Name_When_A_Command_Is_Typed_Out(string line, string? expected)
    {
        var parsed = _parser.Parse(line, Member);

        if (expected is null)
        {
            Assert.NotNull(parsed.Problem);
            return;
        }

        Assert.Null(parsed.Problem);
        Assert.Equal("telenovela generate", parsed.Command!.Path);
        Assert.Equal(expected, string.Join('|', parsed.Values.Select(value => $"{value.Key.Name.English}={value.Value}")));
    }

    [Theory]
    [InlineData("/telenovela season begin title:The end of it", "title=The end of it")]
    [InlineData("/telenovela temporada empezar título:El fin", "title=El fin")]
    [InlineData("/telenovela season begin", "")]
    public void Reads_The_Whole_Path_When_A_Command_Stands_In_A_Group(string line, string expected)
    {
        var parsed = _parser.Parse(line, Member);

        Assert.Null(parsed.Problem);
        Assert.Equal("telenovela season begin", parsed.Command!.Path);
        Assert.Equal(expected, string.Join('|', parsed.Values.Select(value => $"{value.Key.Name.English}={value.Value}")));
    }

    [Theory]
    [InlineData("/telenovela season", "ProblemUnknownCommand")]
    [InlineData("/telenovela begin", "ProblemUnknownCommand")]
    [InlineData("/nonsense", "ProblemUnknownCommand")]
    [InlineData("/telenovela", "ProblemUnknownCommand")]
    [InlineData("/telenovela generated", "ProblemUnknownCommand")]
    [InlineData("/review", "ProblemUnknownCommand")]
    [InlineData("/telenovela generate colour:red", "ProblemUnknownOption")]
    [InlineData("/telenovela generate Te amo", "ProblemStray")]
    [InlineData("/telenovela generate length:1 length:2", "ProblemTwice")]
    [InlineData("/telenovela generate prompt:\"a\"b", "ProblemStray")]
    [InlineData("/telenovela generate length:200 words", "ProblemStray")]
    public void Says_What_Is_Wrong_When_A_Line_Cannot_Be_Understood(string line, string key) =>
        Assert.Equal(key, _parser.Parse(line, Member).Problem?.Key);

    [Fact]
    public void Knows_A_Moderators_Command_When_A_Moderator_Types() =>
        Assert.Equal("review", _parser.Parse("/review", Moderator).Command?.Path);

    [Fact]
    public void Never_Throws_When_Anything_Is_Typed() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["/telenova grpmt:\"\\ “”0length"], 0, 60].Select(text => "/telenovela generate " + text))
            .Sample(line => Assert.NotNull(_parser.Parse(line, Member)));
}
