using Telenovela.Corpus.Formats;

namespace Telenovela.Tests.Corpus.Formats;

public sealed class SubtitleFormatTests
{
    [Fact]
    public void Skips_One_Caption_With_Its_Line_When_Its_Times_Are_Malformed()
    {
        var result = Reading.Read("1\n00:00:01,000 --> 00:00:02,000\nHello.\n\n2\n00:00:0x,000 --> 00:00:04,000\nLost.\n\n3\n00:00:05,000 --> 00:00:06,000\nBye.\n", "x.srt");

        Assert.Equal("SRT", result.Format);
        Assert.Equal(["-: Hello.", "-: Bye."], result.Shown());
        Assert.Equal([new Skip("x.srt", 6, "The times \"00:00:0x,000 --> 00:00:04,000\" can't be read; the caption was left out.")], result.Skips);
        Assert.Equal(1, result.SkipCount);
        Assert.Equal(2, result.Lines.Of(result.Elements()[0]));
    }

    [Theory]
    [InlineData("<i>Hello</i> {\\an8}there &amp; <font color=\"red\">you</font>.", "-: Hello there & you.")]
    [InlineData("- Hi.\n- Hello.", "-: Hi.|-: Hello.")]
    [InlineData(">> Hi.\n>> ANA: Hello.", "-: Hi.|ANA: Hello.")]
    [InlineData("42", "-: 42")]
    [InlineData("First.\n\nAfter a blank.", "-: First. After a blank.")]
    [InlineData("[thunder rumbles]", "[Sound] thunder rumbles")]
    [InlineData("♪ La la la ♪", "[Song] La la la")]
    [InlineData("Oh. ♪ La la ♪", "-: Oh.|[Song] La la")]
    [InlineData("♪♪", "")]
    [InlineData("[Betty]\nCome in.", "Betty: Come in.")]
    [InlineData("Betty (whispering): Come in.", "Betty: (whispering) Come in.")]
    [InlineData("5 < 6 and 7 > 3", "-: 5 < 6 and 7 > 3")]
    public void Reads_A_Caption_When_It_Has_Markup(string caption, string shown) =>
        Assert.Equal(shown.Split('|', StringSplitOptions.RemoveEmptyEntries), Reading.Read($"1\n00:00:01,000 --> 00:00:02,000\n{caption}\n", "x.srt").Shown());

    [Fact]
    public void Joins_Captions_When_A_Sentence_Goes_On()
    {
        var result = Reading.Read(
            "00:00:01,000 --> 00:00:02,000\nI never said\n\n00:00:02,000 --> 00:00:03,000\n(phone rings)\n\n00:00:03,000 --> 00:00:04,000\nthat I was...\n\n00:00:04,000 --> 00:00:05,000\n...happy.\n\n00:00:05,000 --> 00:00:06,000\n- Dr. Paz,\n\n00:00:30,000 --> 00:00:31,000\nlong after\n",
            "x.srt");

        Assert.Equal(["-: I never said (phone rings) that I was... ...happy.", "-: Dr. Paz,", "-: long after"], result.Shown());
    }

    [Fact]
    public void Keeps_Captions_Apart_When_They_Show_At_The_Same_Time()
    {
        var result = Reading.Read("00:00:01,000 --> 00:00:02,000\nAll I want\n\n00:00:01,000 --> 00:00:02,000\nGood-bye!\n", "x.srt");

        Assert.Equal(["-: All I want", "-: Good-bye!"], result.Shown());
    }

    [Fact]
    public void Reads_Voices_And_Leaves_Comments_Out_When_The_Format_Is_WebVTT()
    {
        var result = Reading.Read(
            "WEBVTT - show\nLanguage: es\n\nNOTE not spoken\nstill not\n\nSTYLE\n::cue {}\n\nintro\n00:01.000 --> 00:02.000 line:0\n<v.loud Ana>¿Qué?</v>\n\n00:02.000 --> 00:03.000\n<v Ana>No. <v Beto>Sí.\n\nlost words\n\n00:99.000 --> 00:03.000\nBad.\n\n00:00:03.000 --> 00:00:04.000\n<00:00:03.500><c>Hola</c>\n",
            "x.vtt");

        Assert.Equal("WebVTT", result.Format);
        Assert.Equal("es", result.Episode.Language);
        Assert.Equal(["Ana: ¿Qué?", "Ana: No.", "Beto: Sí.", "-: Hola"], result.Shown());
        Assert.Equal([17, 19], result.Skips.Select(skip => skip.Line));
    }

    [Theory]
    [InlineData("show_s01e02.srt", 1, 2)]
    [InlineData("show.srt", 1, 0)]
    public void Numbers_The_Episode_When_The_File_Name_Does(string name, int season, int number)
    {
        var episode = Reading.Read("00:00:01,000 --> 00:00:02,000\nHi.\n", name).Episode;

        Assert.Equal((season, number), (episode.Season, episode.Number));
    }
}
