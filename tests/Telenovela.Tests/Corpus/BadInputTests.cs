using System.Text;
using CsCheck;
using Telenovela.Corpus.Formats;

namespace Telenovela.Tests.Corpus;

public sealed class BadInputTests
{
    private static readonly string[] NearlyValid =
    [
        "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div><p begin=\"00:00:01.00\" end=\"00:00:02.00\">(Ana) HOLA.</p></div></body></tt>",
        "1\n00:00:01,000 --> 00:00:02,000\nANA: Hola.\n\n2\n00:00:03,000 --> 00:00:04,000\n(laughs)\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Hola.\n",
        "Title: X\n\nINT. A - DAY\n\nANA\n(softly)\nHola.\n",
        "Ana: Hola. (laughs) Luz: Adiós.",
    ];

    [Fact]
    public void Gives_A_Result_When_Given_Any_Bytes() => Gen.Select(Gen.Byte.Array[0, 400], Gen.Int[0, CorpusFormats.All.Count - 1])
        .Sample((bytes, format) => Assert.NotNull(CorpusFormats.Read(bytes, "x", CorpusFormats.All[format])), iter: 2000);

    [Fact]
    public void Gives_A_Result_When_Given_Nearly_Valid_Scripts() => Gen.Select(
        Gen.Int[0, NearlyValid.Length - 1],
        Gen.Int[0, 200],
        Gen.Char)
        .Sample(
            (which, at, letter) =>
            {
                var script = NearlyValid[which];
                var damaged = Encoding.UTF8.GetBytes(script.Remove(at % script.Length, 1).Insert(at % script.Length, letter.ToString()));
                foreach (var format in CorpusFormats.All)
                {
                    Assert.NotNull(CorpusFormats.Read(damaged, "x", format));
                }
            },
            iter: 1000);

    [Fact]
    public void Keeps_Words_When_A_Script_Is_Written_And_Read_Again() => Gen.String[Gen.Char[" aZñ(:.!\n-'\"*_[]@=#~>"], 0, 200].Sample(
        text =>
        {
            var once = FountainWriter.Write(CorpusFormats.Read(Encoding.UTF8.GetBytes("Ana: " + text), "x.txt").Episode);
            var again = CorpusFormats.Read(Encoding.UTF8.GetBytes(once), "x.fountain", CorpusFormats.ByName("Fountain")).Episode;

            Assert.Equal(once, FountainWriter.Write(again));
        },
        iter: 1000);

    [Fact]
    public void Refuses_In_Words_When_A_File_Is_A_Bomb()
    {
        var bomb = "<?xml version=\"1.0\"?><!DOCTYPE tt [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div><p>&b;</p></div></body></tt>";

        var read = CorpusFormats.Read(Encoding.UTF8.GetBytes(bomb), "bomb.ttml");

        Assert.NotEqual(0, read.SkipCount);
        Assert.All(read.Skips, skip => Assert.True(skip.Reason.Length > 10));
    }

    [Fact]
    public void Stays_Small_When_A_File_Is_Huge_And_Has_No_Line_End()
    {
        using var endless = new EndlessStream(200 * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var read = CorpusFormats.Read(endless, "huge.txt");

        Assert.NotEqual(0, read.SkipCount);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 150L * 1024 * 1024);
    }

    [Fact]
    public void Keeps_What_Was_Read_When_A_File_Is_Cut_Off()
    {
        const string Whole = "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div><p begin=\"00:00:01.00\" end=\"00:00:02.00\">Hola, Ana.</p><p begin=\"00:00:03.00\" end=\"00:00:04.00\">Adi";

        var read = CorpusFormats.Read(Encoding.UTF8.GetBytes(Whole), "cut.ttml");

        Assert.Contains("Hola, Ana.", FountainWriter.Write(read.Episode), StringComparison.Ordinal);
        Assert.NotEqual(0, read.SkipCount);
    }

    /// <summary>As many letters as asked, made on the way.</summary>
    private sealed class EndlessStream(long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(count, length - _position);
            buffer.AsSpan(offset, given).Fill((byte)'a');
            _position += given;
            return given;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
