using Telenovela.Corpus.Formats;

namespace Telenovela.Tests.Corpus.Formats;

public sealed class TtmlFormatTests
{
    [Theory]
    [InlineData("<p>One<br></br>two <span>three</span>.</p>", "-: One two three.")]
    [InlineData("<p><metadata a=\"1\">hidden</metadata>Shown.</p>", "-: Shown.")]
    [InlineData("<p begin=\"1s\">(boy) I hate it.</p>", "Boy: I hate it.")]
    [InlineData("<p begin=\"1s\">[Gina]</p><p begin=\"1s\">Come here.</p>", "Gina: Come here.")]
    [InlineData("<p begin=\"1s\">Come here.</p><p begin=\"1s\">[Gina]</p>", "Gina: Come here.")]
    [InlineData("<p begin=\"1s\" end=\"2s\">[Gina]</p><p begin=\"2s\">Come here.</p>", "Gina: Come here.")]
    [InlineData("<p begin=\"1s\">[speaking Spanish]</p><p begin=\"1s\">Ven.</p>", "-: (speaking Spanish) Ven.")]
    [InlineData("<p begin=\"1s\">Flan?</p><p begin=\"1s\">(knock on door)</p>", "-: Flan?|[Sound] knock on door")]
    [InlineData("<p>Tom & Jerry &eacute;t&eacute;&nbsp;&copy; &lt;3 &unknown;</p>", "-: Tom & Jerry été © <3 &unknown;")]
    [InlineData("<p>(The band's</p><p>\"Hips\" playing)</p><p>Hey.</p>", "[Sound] The band's \"Hips\" playing|-: Hey.")]
    [InlineData("<p>(Daniel, on phone) Hello?</p>", "Daniel: (on phone) Hello?")]
    [InlineData("<p>(Gina laughs)</p><p>(man) (grunts) Oh.</p>", "[Sound] Gina laughs|Man: (grunts) Oh.")]
    public void Reads_Paragraphs_When_They_Hold_More_Than_Words(string paragraphs, string shown) =>
        Assert.Equal(shown.Split('|'), Reading.Read($"<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div>{paragraphs}</div></body></tt>", "x.xml").Shown());

    [Fact]
    public void Names_Speakers_When_The_Head_Lists_Agents()
    {
        var result = Reading.Read(
            "<tt xml:lang=\"es\" xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\"><head><metadata><ttm:title>La carta</ttm:title><ttm:agent xml:id=\"a\" type=\"person\"><ttm:name type=\"full\">Ana Paz</ttm:name></ttm:agent></metadata></head><body><div><p ttm:agent=\"a\">Hola.</p></div></body></tt>",
            "x.ttml");

        Assert.Equal(["Ana Paz: Hola."], result.Shown());
        Assert.Equal(("La carta", "es"), (result.Episode.Title, result.Episode.Language));
    }

    [Fact]
    public void Keeps_Paragraphs_When_Times_Have_No_Unit()
    {
        var result = Reading.Read(
            "<tt xml:lang=\"es\"><body dur=\"1:09.5\"><div begin=\"8.25\" end=\"1:09.5\"><p begin=\"8.25\" end=\"10.5\">Mírame bien.</p>" +
            "<p begin=\"59.1\" end=\"1:02.0\">No llores.</p></div></body></tt>",
            "x.ttml");

        Assert.Equal(["-: Mírame bien.", "-: No llores."], result.Shown());
        Assert.Empty(result.Skips);
    }

    private const string Bilingual =
        "<tt{0}><body><div xml:lang=\"es\">\n" +
        "<p begin=\"1s\" end=\"2s\">Hasta mañana, Rosa.</p><p begin=\"3s\" end=\"4s\">Apaga la vela.</p></div>\n" +
        "<div xml:lang=\"en-US\">" +
        "<p begin=\"1s\" end=\"2s\">See you, Rosa.</p><p begin=\"3s\" end=\"4s\">Blow out the candle.</p></div></body></tt>";

    [Theory]
    [InlineData(" xml:lang=\"es\"", null, "es", "Hasta mañana, Rosa.|Apaga la vela.")]
    [InlineData("", null, "es", "Hasta mañana, Rosa.|Apaga la vela.")]
    [InlineData(" xml:lang=\"fr\"", null, "es", "Hasta mañana, Rosa.|Apaga la vela.")]
    [InlineData(" xml:lang=\"es\"", "en", "en", "See you, Rosa.|Blow out the candle.")]
    [InlineData(" xml:lang=\"es\"", "pt", "es", "Hasta mañana, Rosa.|Apaga la vela.")]
    public void Reads_One_Language_And_Reports_The_Other_When_A_File_Has_Two(string root, string? wanted, string language, string spoken)
    {
        var result = new TtmlFormat().Read(
            new SourceText("x.ttml", Bilingual.Replace("{0}", root, StringComparison.Ordinal)) { Language = wanted });

        Assert.Equal(spoken.Split('|').Select(line => $"-: {line}"), result.Shown());
        Assert.Equal(language, result.Episode.Language);
        Assert.StartsWith(
            "2 paragraphs from here on are in another language", Assert.Single(result.Skips).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_Translations_Out_And_Says_So_When_They_Stand_Beside_The_Words()
    {
        var result = Reading.Read(
            "<tt xmlns:ttm=\"m\"><body><div><p>Te <span>quiero</span>." +
            "<span ttm:role=\"x-translation\" xml:lang=\"en\">I <b>love</b> you.</span> Mucho.</p></div></body></tt>",
            "x.ttml");

        Assert.Equal(["-: Te quiero. Mucho."], result.Shown());
        Assert.Single(result.Skips);
    }

    [Theory]
    [InlineData("<div>Uno<br/>dos<p>tres</p>cuatro</div>cinco")]
    [InlineData("<div><p>uno <p>dos</p> tres</p></div><x>cuatro</x> cinco")]
    [InlineData("<x>uno<metadata>no</metadata>dos</x><br/>tres<p>cuatro cinco</p>")]
    [InlineData("<transcript><text start=\"1\">uno</text><text>dos tres</text></transcript>cuatro cinco")]
    public void Keeps_Words_When_They_Stand_Outside_Paragraphs(string body) =>
        Assert.Equal(
            ["cinco", "cuatro", "dos", "tres", "uno"],
            Reading.Read($"<tt><head><metadata><x>no</x></metadata></head><body>{body}</body></tt>", "x.xml").Words().Keys);

    [Fact]
    public void Keeps_Words_When_The_XML_Breaks_Off_Outside_Paragraphs() =>
        Assert.Equal(["-: Se oye el mar"], Reading.Read("<tt><body><div>Se oye el mar<", "x.xml").Shown());

    [Fact]
    public void Keeps_What_Was_Read_When_The_XML_Breaks_Off()
    {
        var result = Reading.Read("<tt><body><div>\n<p begin=\"00:00:01.00\">First.</p>\n<p begin=\"00:00:05.00\">Half a sent", "x.xml");

        Assert.Equal(["-: First.", "-: Half a sent"], result.Shown());
        Assert.Equal(3, Assert.Single(result.Skips).Line);
    }

    [Fact]
    public void Skips_One_Paragraph_With_Its_Line_When_Its_Times_Are_Malformed()
    {
        var result = Reading.Read("<tt><body><div>\n<p begin=\"soon\">Lost.</p>\n<p begin=\"00:00:01:12\" end=\"2.5s\">Kept.</p></div></body></tt>", "x.dfxp");

        Assert.Equal(["-: Kept."], result.Shown());
        Assert.Equal([new Skip("x.dfxp", 2, "The begin time \"soon\" can't be read; the paragraph was left out.")], result.Skips);
    }

    [Theory]
    [InlineData("00:00:01.33", 1.33)]
    [InlineData("00:00:01:15", 1.5)]
    [InlineData("1.5s", 1.5)]
    [InlineData("100ms", 0.1)]
    [InlineData("2m", 120.0)]
    [InlineData("1h", 3600.0)]
    [InlineData("60f", 2.0)]
    [InlineData("20t", 2.0)]
    [InlineData("-1s", null)]
    [InlineData("00:61:00", null)]
    [InlineData("1e300s", null)]
    [InlineData("9.764", 9.764)]
    [InlineData("58", 58.0)]
    [InlineData("1:03.5", 63.5)]
    [InlineData("9,764s", 9.764)]
    [InlineData("100:00:00.1", 360_000.1)]
    [InlineData("999999999999999h", null)]
    public void Reads_A_Time_When_It_Is_One(string text, double? seconds)
    {
        var read = CaptionClock.Ttml(text, frameRate: 30, tickRate: 10);

        Assert.Equal(seconds, read is null ? null : Math.Round(read.Value, 6));
    }
}
