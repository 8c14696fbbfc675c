using System.Text.RegularExpressions;
using System.Xml.Linq;
using Telenovela.Corpus.Formats;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Tests.Corpus;

public sealed partial class RealScriptTests
{
    [Fact]
    public void Takes_No_Sound_For_A_Speaker_When_Reading_Ugly_Betty()
    {
        var episode = Read(SharedData.UglyBetty).Episode;

        Assert.Equal(
            ["Betty", "Boy", "Daniel", "Gina", "Man", "Marc", "Phillippe", "Woman"],
            ScriptCounts.LinesBySpeaker(episode).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Takes_Names_Alone_For_Speakers_When_Reading_Jane_The_Virgin()
    {
        var speakers = ScriptCounts.LinesBySpeaker(Read(SharedData.JaneTheVirgin).Episode);

        Assert.Equal("Latin lover narrator", speakers.MaxBy(speaker => speaker.Value).Key);
        Assert.Contains("Young man", speakers.Keys);
        Assert.All(speakers.Keys, name => Assert.True(char.IsUpper(name[0]) && !name.EndsWith('.'), name));
    }

    [Fact]
    public void Restores_Sentence_Case_And_Keeps_Names_When_Reading_Capitals()
    {
        var spoken = Spoken(Read(SharedData.UglyBetty).Episode);

        Assert.Contains("My dad got me one in Guadalajara.", spoken, StringComparison.Ordinal);
        Assert.Contains("résumé", spoken, StringComparison.Ordinal);
        Assert.Contains("Betty Suarez?", spoken, StringComparison.Ordinal);
        Assert.True(spoken.Count(char.IsUpper) < 0.1 * spoken.Count(char.IsLetter));
        Assert.DoesNotContain('♪', spoken);
    }

    [Fact]
    public void Loses_No_Word_When_Reading_Real_Scripts()
    {
        var subtitles = XDocument.Load(SharedData.UglyBetty).Descendants().Where(element => element.Name.LocalName == "p")
            .Select(paragraph => string.Join(' ', paragraph.DescendantNodes().OfType<XText>().Select(text => text.Value)));

        AssertSameWords(string.Join(' ', subtitles), FountainWriter.Write(Read(SharedData.UglyBetty).Episode));
        AssertSameWords(File.ReadAllText(SharedData.JaneTheVirgin), FountainWriter.Write(Read(SharedData.JaneTheVirgin).Episode));
    }

    [Fact]
    public void Reads_The_Same_When_What_It_Wrote_Is_Read_Again()
    {
        foreach (var path in new[] { SharedData.UglyBetty, SharedData.JaneTheVirgin })
        {
            var written = FountainWriter.Write(Read(path).Episode);
            var again = CorpusFormats.Read(System.Text.Encoding.UTF8.GetBytes(written), "s01e01.fountain", CorpusFormats.ByName("Fountain")).Episode;

            Assert.Equal(written, FountainWriter.Write(again));
        }
    }

    private static ReadResult Read(string path) => CorpusFormats.Read(File.ReadAllBytes(path), Path.GetFileName(path));

    private static string Spoken(Episode episode) =>
        string.Join('\n', episode.Scenes.SelectMany(scene => scene.Elements).OfType<ScriptLine>().Select(line => line.Text));

    private static void AssertSameWords(string raw, string written)
    {
        var body = written[written.IndexOf("\n\n", StringComparison.Ordinal)..].Replace("\\", "", StringComparison.Ordinal);
        Assert.Equal(Count(raw), Count(body));
    }

    private static SortedDictionary<string, int> Count(string text) =>
        new(Words().Matches(text.ToLowerInvariant()).CountBy(word => word.Value).ToDictionary(), StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Words();
}
