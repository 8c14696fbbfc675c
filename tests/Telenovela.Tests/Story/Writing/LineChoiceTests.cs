using Telenovela.Engine.Decoding;
using Telenovela.Engine.Sampling;
using Telenovela.Story.Writing;
using Telenovela.Tests.Engine;

namespace Telenovela.Tests.Story.Writing;

public sealed class LineChoiceTests
{
    private static readonly LineChoice English = new(
        "en",
        line => line.Contains("burned the letter", StringComparison.Ordinal) ? 60 : 0,
        new HashSet<string> { "Refugio" });

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
    [InlineData("GRACE: I never burned the letter, Paul!", "copied")]
    [InlineData("(She sits.)", null)]
    public void Finds_What_Is_Wrong_With_A_Line(string line, string? fault) => Assert.Equal(fault, Rate(English, line).Fault);

    [Theory]
    [InlineData("LUCÍA: ¿Dónde está la carta de mi padre?", null)]
    [InlineData("LUCÍA: Dónde está la carta de mi padre?", "unbalanced")]
    [InlineData("LUCÍA: ¡No la tengo, te lo juro.", "unbalanced")]
    public void Wants_Spanish_Questions_Opened(string line, string? fault) =>
        Assert.Equal(fault, Rate(new LineChoice("es", null, new HashSet<string>()), line).Fault);

    [Fact]
    public void Prefers_What_The_Context_Makes_Likelier_And_Puts_Faults_Last()
    {
        var bland = Line("GRACE: I don't know what to say.", -1, -1, -1);
        var apt = Line("GRACE: The ring is in the clock!", -1, -1, -1);
        var broken = Line("GRACE: The ring is in", 0, 0, 0);

        var rated = English.Rate(
            [broken, bland, apt], [[0, 0, 0], [-1, -1, -1], [-4, -4, -4]], ["PAUL: Where is the ring?"], isBegun: false);

        Assert.Equal([apt, bland, broken], rated.Select(line => line.Candidate));
    }

    private static RatedLine Rate(LineChoice choice, string line) =>
        choice.Rate([Line(line, -1)], [[-1]], ["GRACE: I know you are my mother."], isBegun: false)[0];

    private static Candidate Line(string text, params double[] logProbabilities) =>
        new(text, [.. logProbabilities.Select((_, at) => at)], logProbabilities, new LstmDecoder(SmallModel.Model));
}
