using CsCheck;
using Telenovela.Corpus.Formats;

namespace Telenovela.Tests.Corpus.Formats;

public sealed class FountainRoundTripTests
{
    private static readonly Gen<string> Fountain = Gen.OneOf(
        "INT. A - DAY", "ext. b", "\n", "\n\n", "\r\n", "BOB", "@McX", "@?", "(laughs)", "(V.O.)", "(CONT'D)", "*", "**", "_", "\\", "[[", "]]", "[[arc: x]]", "[[arc: y, z]]",
        "/*", "*/", "=", "= ", "===", "#", "#1#", ">", "> ", "<", "!", "~", ".", "^", ":", "TO:", "CUT TO:", "Title: x", "Season: 2", "Season: x", "Key: value", "Title:", " ", "  ", "   ", "\t",
        "é", "e\u0301", "\u0338", "\u200b", "?", "a", "B", "1", "-", "--", "(", ")", "[", "]", "/", "\uffff", "¿", "\u2028", "\0", "word ", "ß", "漢")
        .Array[0, 60].Select(string.Concat);

    [Fact]
    public void Reads_The_Same_Episode_When_What_Was_Read_Is_Written() =>
        Fountain.Sample(
            text =>
            {
                var once = Reading.Read(text, "x.fountain").Episode;
                var written = FountainWriter.Write(once);
                var twice = Reading.Read(written, "x.fountain").Episode;

                Assert.Equal(once, twice);
                Assert.Equal(written, FountainWriter.Write(twice));
            },
            iter: 20_000);

    [Fact]
    public void Reads_The_Same_Episode_When_Captions_Are_Written_As_Fountain() =>
        Gen.Select(HostileText.Gen, Gen.OneOf("x.srt", "x.vtt", "x.xml", "x.txt")).Sample(
            (text, name) =>
            {
                var once = Reading.Read(text, name).Episode;
                var twice = Reading.Read(FountainWriter.Write(once), "x.fountain").Episode;

                Assert.Equal(once, twice);
            },
            iter: 10_000);
}
