using System.Net;
using System.Text.RegularExpressions;
using Telenovela.Corpus.Formats;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Tests.Corpus.Formats;

/// <summary>The two scripts that people contributed as they found them: no word may be lost, and no sound may speak.</summary>
public sealed class RealScriptTests
{
    [Fact]
    public void Loses_No_Word_When_Reading_The_Captions_Of_Ugly_Betty()
    {
        var file = SharedData.Script("english", "ugly_betty", "01_01.xml");
        var body = Regex.Replace(File.ReadAllText(file), "<metadata[^>]*/>|^.*?<body", "", RegexOptions.Singleline);
        var raw = Reading.Count(WebUtility.HtmlDecode(Regex.Replace(body[body.IndexOf('>')..], "<[^>]*>", " ")));

        var result = Read(file);

        Assert.Empty(result.Skips);
        Assert.Equal(4760, raw.Values.Sum());
        Assert.Equal(raw, result.Words());
    }

    [Fact]
    public void Loses_No_Word_When_Reading_The_Text_Of_Jane_The_Virgin()
    {
        var file = SharedData.Script("english", "jane_the_virgin", "jane_virgin_s01_e01.txt");
        var raw = Reading.Count(File.ReadAllText(file));

        var result = Read(file);

        Assert.Empty(result.Skips);
        Assert.Equal(4316, raw.Values.Sum());
        Assert.Equal(raw, result.Words());
        Assert.Equal((1, 1), (result.Episode.Season, result.Episode.Number));
    }

    [Fact]
    public void Names_People_And_No_Sounds_When_Reading_Ugly_Betty()
    {
        var result = Read(SharedData.Script("english", "ugly_betty", "01_01.xml"));

        var speakers = ScriptCounts.LinesBySpeaker(result.Episode);
        Assert.Equal(
            new Dictionary<string, int> { ["Man"] = 5, ["Woman"] = 4, ["Daniel"] = 3, ["Betty"] = 2, ["Boy"] = 1, ["Gina"] = 1, ["Marc"] = 1, ["Phillippe"] = 1 },
            speakers);
    }

    [Fact]
    public void Names_People_When_Reading_Jane_The_Virgin()
    {
        var result = Read(SharedData.Script("english", "jane_the_virgin", "jane_virgin_s01_e01.txt"));

        var speakers = ScriptCounts.LinesBySpeaker(result.Episode);
        Assert.Equal(12, speakers["Latin lover narrator"]);
        Assert.Equal(
            ["Allison", "Customer", "Doctor", "Jane", "Latin lover narrator", "Luisa", "Man", "Michael", "Mother", "Rafael", "Waitress", "Woman", "Young man"],
            speakers.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Um, I have a hard copy of my résumé if you need it.")]
    [InlineData("(scoffs) Milan. Dolce & Gabbana. Fall.")]
    [InlineData("Hilda, I am not going to sell HerbaLux.")]
    [InlineData("Walter was on his cell phone talking to someone, and he said, \"She's the one.\"")]
    [InlineData("Voilà.")]
    [InlineData("She said all the stuff you wanna do, owning a magazine, doesn't happen for people like us unless you're J. Lo or something.")]
    [InlineData("Okay, F.Y.I., Betsy, assistants are usually here before their bosses.")]
    [InlineData("I was in Saint-Tropez.")]
    [InlineData("Excuse me, um, Mr. Meade?")]
    [InlineData("This career is Betty's dream.")]
    [InlineData("Um, what magazine is this for? \"Mode\"?")]
    public void Restores_Ordinary_Case_When_Reading_Ugly_Betty(string speech)
    {
        var result = Read(SharedData.Script("english", "ugly_betty", "01_01.xml"));

        Assert.Contains(speech, result.Elements().OfType<ScriptLine>().Select(line => line.ToSpeech()));
    }

    [Fact]
    public void Sounds_Stay_Directions_When_Reading_Ugly_Betty()
    {
        var shown = Read(SharedData.Script("english", "ugly_betty", "01_01.xml")).Shown();

        Assert.Contains("[Sound] Gina laughs", shown);
        Assert.Contains("[Sound] The Frank Popp Ensemble's \"Hips Teens Don't Wear Blue Jeans\" playing", shown);
        Assert.Contains("[Song] She works hard for the money", shown);
        Assert.DoesNotContain(shown, line => line.Contains('♪', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ugly_betty", "01_01.xml")]
    [InlineData("jane_the_virgin", "jane_virgin_s01_e01.txt")]
    public void Reads_The_Same_When_What_It_Wrote_Is_Read_Again(string telenovela, string file)
    {
        var written = FountainWriter.Write(Read(SharedData.Script("english", telenovela, file)).Episode);

        Assert.Equal(written, FountainWriter.Write(Reading.Read(written, "s01e01.fountain").Episode));
    }

    private static ReadResult Read(string file)
    {
        using var stream = File.OpenRead(file);
        return CorpusFormats.Read(stream, Path.GetFileName(file));
    }
}
