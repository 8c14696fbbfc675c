using Telenovela.Corpus.Formats;

namespace Telenovela.Tests.Corpus.Formats;

public sealed class FormatDetectionTests
{
    [Theory]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\nHi", "x.txt", "WebVTT")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\nHi", "x.txt", "SRT")]
    [InlineData("<?xml version=\"1.0\"?>\n<tt/>", "x.txt", "TTML")]
    [InlineData("\n<tt:tt xmlns:tt=\"x\">", "x", "TTML")]
    [InlineData("Title: A\nSeason: 1\n\nINT. B - DAY\n\nANA\nHi.", "x.txt", "Fountain")]
    [InlineData("ANA\nHi.", "x.fountain", "Fountain")]
    [InlineData("ANA\n00:00:01,000 --> 00:00:02,000", "x.fountain", "Fountain")]
    [InlineData("ANA: Hi.", "x.txt", "tagged text")]
    [InlineData("INT. B - DAY\nANA: Hi.\nEXT. C - DAY\nANA: Bye.", "x.txt", "tagged text")]
    [InlineData("INT. B - DAY\n\nANA\nHi.\n\nEXT. C - DAY\n\nANA\nBye.", "x.txt", "Fountain")]
    [InlineData("ANA: Hi.", "x.unknown", "tagged text")]
    [InlineData("", "x.vtt", "WebVTT")]
    [InlineData("", "x.DFXP", "TTML")]
    public void Finds_The_Format_When_Content_Or_Name_Tells(string text, string name, string format) =>
        Assert.Equal(format, Reading.Read(text, name).Format);

    [Fact]
    public void Finds_A_Format_When_Named_In_Any_Case()
    {
        Assert.Equal("SRT", CorpusFormats.ByName("srt")?.Name);
        Assert.Null(CorpusFormats.ByName("docx"));
    }
}
