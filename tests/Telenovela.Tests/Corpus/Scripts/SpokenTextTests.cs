using CsCheck;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Tests.Corpus.Scripts;

public sealed class SpokenTextTests
{
    [Theory]
    [InlineData("Go away.", "Go away.", "")]
    [InlineData("(softly) Go. (beat) Now.", "Go. Now.", "0 softly|4 beat")]
    [InlineData("Go. (beat)", "Go.", "3 beat")]
    [InlineData("So (laughs), yes", "So, yes", "2 laughs")]
    [InlineData("(exhales): Ah...", "Ah...", "0 exhales")]
    [InlineData("(a (b) c) d", "d", "0 a (b) c")]
    [InlineData("one (two", "one (two", "")]
    [InlineData("one) two (x)", "one) two", "8 x")]
    [InlineData("(laughs) (sighs)", "", "0 laughs|0 sighs")]
    public void Takes_Cues_Out_With_Their_Places_When_Splitting(string speech, string text, string cues)
    {
        var split = SpokenText.Split(speech);

        Assert.Equal(text, split.Text);
        Assert.Equal(cues, string.Join('|', split.Cues.Select(cue => $"{cue.Position} {cue.Text}")));
    }

    [Fact]
    public void Changes_Nothing_More_When_Splitting_What_Was_Joined() =>
        Gen.OneOf("(", ")", "a", "B", " ", ",", ":", ".", "...", "!", "é", "\u0301", "--", "\n", "\u200b").Array[0, 30].Select(string.Concat).Sample(speech =>
        {
            var (text, cues) = SpokenText.Split(speech);
            var again = SpokenText.Split(SpokenText.Join(text, cues));

            Assert.Equal(text, again.Text);
            Assert.Equal(cues, again.Cues);
        });

    [Fact]
    public void Is_Equal_When_The_Items_Are_Equal()
    {
        ValueList<string> one = ["a", "b"];
        ValueList<string> other = ["a", "b"];

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, ["b", "a"]);
    }
}
