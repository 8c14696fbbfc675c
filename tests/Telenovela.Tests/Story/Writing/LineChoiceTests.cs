using Telenovela.Engine.Decoding;
using Telenovela.Engine.Sampling;
using Telenovela.Story.Writing;
using Telenovela.Tests.Engine;

namespace Telenovela.Tests.Story.Writing;

public sealed class LineChoiceTests
{
    private static readonly LineChoice English = new(
        "en", CorpusLines.For("en"), new HashSet<string> { "clock" }, new HashSet<string> { "Refugio" });

    [Theory]
    [InlineData("GRACE: Who took my ring from the table?", null)]
    [InlineData("GRACE: Who took my ring from the", "unended")]
    [InlineData("GRACE: No.", "short")]
    [InlineData("GRACE: (sits Who took my ring from me?", "unbalanced")]
    [InlineData("GRACE: Who took my \"ring from the table?", "unbalanced")]
    [InlineData("GRACE: Who took took my ring from me?", "stutter")]
    [InlineData("GRACE: No, no, I never took your ring!", null)]
    [InlineData("PAUL: I know you are my mother.", "said already")]
    [InlineData("GRACE: Refugio took the ring from me.", "stranger")]
    [InlineData("GRACE: There's a small hole in it. He was born like that.", "copied")]
    [InlineData("(She sits.)", null)]
    public void Finds_What_Is_Wrong_With_A_Line(string line, string? fault) => Assert.Equal(fault, Rate(English, line).Fault);

    [Theory]
    [InlineData("LUCÍA: ¿Dónde está la carta de mi padre?", null)]
    [InlineData("LUCÍA: Dónde está la carta de mi padre?", "unbalanced")]
    [InlineData("LUCÍA: ¡No la tengo, te lo juro.", "unbalanced")]
    public void Wants_Spanish_Questions_Opened(string line, string? fault) =>
        Assert.Equal(fault, Rate(new LineChoice("es", null, new HashSet<string>(), new HashSet<string>()), line).Fault);

    [Fact]
    public void Prefers_Likely_Words_That_Say_Something_And_Puts_Faults_Last()
    {
        var apt = Line("GRACE: The ring is behind the clock!", -1, -2, -2);
        var bland = Line("GRACE: It is in it, as it is.", -1, -2, -2);
        var unlikely = Line("GRACE: The ring of the clock behind!", -1, -6, -6);
        var broken = Line("GRACE: The ring is in", 0, 0, 0);

        var rated = English.Rate([broken, unlikely, bland, apt], ["PAUL: Where is the ring?"], isBegun: false);

        Assert.Equal([apt, bland, unlikely, broken], rated.Select(line => line.Candidate));
    }

    [Fact]
    public void Prefers_Phrases_That_People_Say_And_Answers_That_Ask_Nothing_Back()
    {
        var heard = Line("GRACE: I don't know what you mean.", -1, -2);
        var unheard = Line("GRACE: I mean know what you don't.", -1, -2);
        var asking = Line("GRACE: I don't know what you mean?", -1, -2);

        Assert.Same(heard, English.Rate([asking, unheard, heard], ["PAUL: Where is the ring?"], isBegun: false)[0].Candidate);
    }

    private static RatedLine Rate(LineChoice choice, string line) =>
        choice.Rate([Line(line, -1)], ["GRACE: I know you are my mother."], isBegun: false)[0];

    private static Candidate Line(string text, params double[] logProbabilities) =>
        new(text, [.. logProbabilities.Select((_, at) => at)], logProbabilities, new LstmDecoder(SmallModel.Model));
}
