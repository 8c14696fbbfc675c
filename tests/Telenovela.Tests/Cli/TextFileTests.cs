using System.Text;
using Telenovela.Cli;
using Telenovela.Tests.Corpus;

namespace Telenovela.Tests.Cli;

public sealed class TextFileTests
{
    private const string Text = "LUPE: Mañana te escribo, lo prometo.\nTEO: ¿De verdad?\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Reads_The_Text_When_It_Is_In_An_Encoding_Of_Unicode(string encoding) =>
        Assert.Equal(
            Text,
            Read(
            [
                .. Encoding.GetEncoding(encoding).GetPreamble(),
                .. Encoding.GetEncoding(encoding).GetBytes(Text.ReplaceLineEndings("\r\n")),
            ]));

    [Fact]
    public void Says_What_To_Do_When_The_Text_Is_No_Unicode() =>
        Assert.Contains(
            "iconv -f WINDOWS-1252",
            Assert.Throws<FailureException>(() => Read(Encoding.Latin1.GetBytes(Text))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Refuses_The_Text_When_A_Wrong_Conversion_Left_A_Nul_Behind_Every_Letter() =>
        Assert.Throws<FailureException>(() => Read(Encoding.UTF8.GetBytes("\u00ff\u00fe" + string.Concat(Text.Select(c => $"{c}\0")))));

    private static string Read(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.At("x.txt"), bytes);
        return TextFile.Read(new FileInfo(folder.At("x.txt")));
    }
}
