using Telenovela.Bot.Contributions.Checks.Comparison;
using Telenovela.Bot.Contributions.Checks.Languages;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Tests.Contributions.Checks;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("No puedo creer que me hayas mentido todos estos años.", "en", "looks-spanish")]
    [InlineData("I can't believe that you have lied to me all these years.", "es", "looks-english")]
    [InlineData("I can't believe that you have lied to me all these years.", "en")]
    [InlineData("No puedo creer que me hayas mentido todos estos años.", "es")]
    [InlineData("Ay, mi amor, por favor!", "en")]
    [InlineData("No, no. Me too!", "es")]
    [InlineData("I can't believe that you have lied to me all these years.", "pt")]
    [InlineData("Señora Mendoza, your son is alive, and he is standing in the garden.", "en")]
    [InlineData("Le dijo «I love you» y se fue sin mirar atrás.", "es")]
    public async Task Tells_English_From_Spanish_When_It_Is_Sure(string text, string language, params string[] expected)
    {
        // The small corpus has no Spanish: function words and their letters have to do.
        await using var checks = await ChecksUnderTest.OpenAsync();

        Assert.Equal(expected, await checks.CodesAsync(text, "VERA", language));
    }

    [Fact]
    public void Is_Seldom_Wrong_And_Often_Sure_When_It_Has_Not_Seen_The_Telenovela()
    {
        var telenovelas = CorpusFolder.Load(ChecksUnderTest.RepositoryCorpus, ChecksUnderTest.Stop).Telenovelas;
        foreach (var held in telenovelas)
        {
            var lines = Lines(held).ToList();
            var detector = LanguageDetector.Learn(telenovelas.Where(other => other.Id != held.Id).SelectMany(other => Lines(other).Select(text => (other.Language, text))));
            var other = held.Language == "en" ? "es" : "en";
            var wrong = lines.Count(text => detector.Judge(text).Contradicts(held.Language));
            var longer = lines.Where(text => text.Split(' ').Length >= 8).ToList();
            var sure = longer.Count(text => detector.Judge(text).Contradicts(other));

            Assert.True(wrong * 500 < lines.Count, $"{held.Id}: {wrong} of {lines.Count} wrong, {sure} of {longer.Count}: {string.Join(" / ", lines.Where(text => detector.Judge(text).Contradicts(held.Language)))}");
            Assert.True(sure > longer.Count * 0.85, $"{held.Id}: sure of {sure} in {longer.Count}.");
        }
    }

    [Fact]
    public void Finds_The_Line_When_The_Whole_Corpus_Is_Asked()
    {
        var corpus = ComparisonCorpus.Load(ChecksUnderTest.RepositoryCorpus, 3_000, ChecksUnderTest.Stop);

        Assert.Equal(3_000, corpus.LineCount);
        Assert.True(corpus.LeftOut > 1_000);
        Assert.Contains("high_tide", corpus.Titles.Keys);
    }

    private static IEnumerable<string> Lines(TelenovelaFolder telenovela) => telenovela.Episodes
        .SelectMany(entry => entry.Episode.Scenes).SelectMany(scene => scene.Elements).OfType<ScriptLine>().Select(line => line.Text);
}
