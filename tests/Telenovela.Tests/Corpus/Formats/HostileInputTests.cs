using System.Text;
using CsCheck;
using Telenovela.Corpus.Formats;

namespace Telenovela.Tests.Corpus.Formats;

public sealed class HostileInputTests
{
    public static TheoryData<string> Formats => [.. CorpusFormats.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Gives_A_Result_When_Fed_Any_Bytes(string name) =>
        Gen.Byte.Array[0, 400].Sample(bytes => Assert.NotNull(CorpusFormats.Read(bytes, "x", CorpusFormats.ByName(name)).Episode), iter: 5_000);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Gives_A_Result_When_Fed_Pieces_Of_Scripts(string name) =>
        HostileText.Gen.Sample(
            text =>
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                Assert.NotNull(CorpusFormats.Read(bytes, "x", CorpusFormats.ByName(name)).Episode);
                Assert.NotNull(CorpusFormats.Read(bytes[..(bytes.Length / 2)], "x.bin").Episode);
            },
            iter: 5_000);

    [Fact]
    public void Skips_The_File_When_It_Is_Huge_And_Has_No_Line_End()
    {
        using var endless = new EndlessStream(200_000_000);

        var result = CorpusFormats.Read(endless, "huge.srt");

        Assert.Empty(result.Episode.Scenes);
        Assert.Equal("The file is larger than 16 MB, which no script is; split it into episodes.", Assert.Single(result.Skips).Reason);
        Assert.True(endless.Position <= ReadLimits.FileBytes * 2L, "The stream was read on after the limit.");
    }

    [Fact]
    public void Keeps_What_Was_Read_When_A_File_Is_Cut_Off()
    {
        const string Whole = "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div><p begin=\"00:00:01.00\" end=\"00:00:02.00\">Hola, Ana.</p><p begin=\"00:00:03.00\" end=\"00:00:04.00\">Adi";

        var read = Reading.Read(Whole, "cut.ttml");

        Assert.Contains("Hola, Ana.", FountainWriter.Write(read.Episode), StringComparison.Ordinal);
        Assert.NotEqual(0, read.SkipCount);
    }

    [Fact]
    public void Reads_Nothing_When_XML_Brings_A_Document_Type()
    {
        var bomb = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><tt><body><div><p>&b;</p></div></body></tt>";

        var result = Reading.Read(bomb, "bomb.xml");

        Assert.Empty(result.Episode.Scenes);
        Assert.Equal("Document types and entities of their own are not allowed; nothing was read from here on.", Assert.Single(result.Skips).Reason);
    }

    [Fact]
    public void Reads_No_Other_File_When_XML_Names_One()
    {
        using var folder = new TemporaryFolder();
        var secret = folder.Write("secret.txt", "the secret");

        var result = Reading.Read($"<!DOCTYPE tt [<!ENTITY x SYSTEM \"file://{secret}\">]><tt><body><div><p>&x;</p></div></body></tt>", "x.xml");

        Assert.DoesNotContain("secret", string.Join('|', result.Shown()), StringComparison.Ordinal);
        Assert.Single(result.Skips);
    }

    [Fact]
    public void Stops_When_XML_Is_Nested_Too_Deeply()
    {
        var deep = "<tt><body><div><p>Before.</p>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "<p>After.</p>";

        var result = Reading.Read(deep, "deep.xml");

        Assert.Equal(["-: Before."], result.Shown());
        Assert.Equal("The XML is nested deeper than 64 levels; reading stopped here.", Assert.Single(result.Skips).Reason);
    }

    [Theory]
    [InlineData("((((((((")]
    [InlineData("[[")]
    [InlineData("/*")]
    [InlineData("(x)")]
    [InlineData("A (x) ")]
    [InlineData("(man, on phone) ")]
    [InlineData("a: ")]
    [InlineData("= x\n")]
    [InlineData("\n\n.a")]
    [InlineData("<tt><p>")]
    [InlineData("a.")]
    [InlineData("* ")]
    [InlineData("♪ ")]
    [InlineData("&x")]
    [InlineData("#a#")]
    [InlineData("00:00:01,000 --> 00:00:02,000\nHI\n\n")]
    public void Gives_A_Result_When_The_Same_Piece_Comes_Again_And_Again(string piece)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length)));

        // The run ends in good time only if no reader works with the square of the length.
        Assert.All(CorpusFormats.All, format => Assert.NotNull(CorpusFormats.Read(bytes, "x", format).Episode));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Reads_Accents_When_The_Encoding_Has_A_Mark(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        var result = CorpusFormats.Read([.. encoding.GetPreamble(), .. encoding.GetBytes("ANA: ¿Qué pasó, niño?\nBETO: Nada, señora.")], "x.txt");

        Assert.Equal(["ANA: ¿Qué pasó, niño?", "BETO: Nada, señora."], result.Shown());
    }

    [Fact]
    public void Reads_Accents_When_The_Encoding_Has_No_Mark()
    {
        const string Text = "ANA: ¿Qué pasó, niño?\nBETO: “Nada”.";
        var latin = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        byte[][] encoded = [Encoding.UTF8.GetBytes(Text), Encoding.Unicode.GetBytes(Text), latin.GetBytes(Text), [.. Encoding.UTF8.GetBytes(Text), 0xC3]];

        Assert.All(encoded, bytes => Assert.Equal(["ANA: ¿Qué pasó, niño?", "BETO: “Nada”."], CorpusFormats.Read(bytes, "x.txt").Shown()));
    }

    [Fact]
    public void Says_So_When_The_File_Is_Not_Text()
    {
        var result = CorpusFormats.Read([.. Enumerable.Repeat<byte[]>([0x7f, 0x45, 0, 1, 2, 3, 0, 0, 9], 50).SelectMany(bytes => bytes)], "program.txt");

        Assert.Equal([new Skip("program.txt", 0, "The file isn't text.")], result.Skips);
    }

    private sealed class EndlessStream(long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _position);
            buffer.AsSpan(offset, read).Fill((byte)'a');
            _position += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
