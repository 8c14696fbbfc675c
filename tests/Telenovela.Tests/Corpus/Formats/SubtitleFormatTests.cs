using System.Globalization;
using Telenovela.Corpus.Formats;
using Telenovela.Corpus.Scripts;

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
    [InlineData("00:00:04,000 - > 00:00:06,000")]
    [InlineData("00:00:04,000 -> 00:00:06,000")]
    [InlineData("00:00:04,000 –> 00:00:06,000")]
    [InlineData("00:00:04,000 -- > 00:00:06,000")]
    [InlineData("00:00:04,000 ---> 00:00:06,000")]
    [InlineData("00:00:04,000 → 00:00:06,000")]
    [InlineData("00:00:04,000--00:00:06,000")]
    [InlineData("00:00:04.00,00:00:06.00")]
    [InlineData("00:00:04 -> 00:00:06 X1:10 Y1:20")]
    [InlineData("-00:00:00,500 --> 00:00:06,000")]
    [InlineData("00:00:06,000 --> 00:00:04,000")]
    [InlineData("00:00:04:000 --> 00:00:06:000")]
    [InlineData("00:00:04 000 --> 00:00:06 000")]
    [InlineData("00:00:04;000 --> 00:00:06;000")]
    [InlineData("00 : 00 : 04 , 000 --> 00 : 00 : 06 , 000")]
    [InlineData("250:00:04,000 --> 250:00:06,000")]
    public void Keeps_A_Caption_When_Its_Times_Are_Odd(string times)
    {
        foreach (var name in new[] { "x.srt", "x.vtt" })
        {
            var head = name == "x.vtt" ? "WEBVTT\n\n" : "";
            var result = Reading.Read(
                $"{head}1\n00:00:01,000 --> 00:00:02,000\nBuenas tardes, Inés.\n\n2\n{times}\nNo te oí entrar.\n\n" +
                "3\n00:59:07,000 --> 00:59:09,000\nYa me iba.\n",
                name);

            Assert.Equal(["-: Buenas tardes, Inés.", "-: No te oí entrar.", "-: Ya me iba."], result.Shown());
            Assert.Empty(result.Skips);
        }
    }

    [Theory]
    [InlineData("00:00:0x,000 -> 00:00:06,000")]
    [InlineData("00:00:04,000 -->")]
    [InlineData("00:00:04,000 -a --> soon")]
    [InlineData("--> 00:00:06,000")]
    [InlineData("Caption 2 00:00:04,000 --> 00:00:06,000")]
    public void Reports_Times_And_Speaks_None_When_They_Cannot_Be_Read(string times)
    {
        var result = Reading.Read($"1\n00:00:01,000 --> 00:00:02,000\nVete.\n\n2\n{times}\nPerdida.\n", "x.srt");

        Assert.Equal(["-: Vete."], result.Shown());
        Assert.Equal(6, Assert.Single(result.Skips).Line);
    }

    [Theory]
    [InlineData("Crucé de Cádiz --> Tánger en barco.")]
    [InlineData("Quedamos a las 8:30 -> 9:30, como siempre.")]
    [InlineData("Todos juntos --> ya.")]
    public void Keeps_Words_When_An_Arrow_Is_Among_Them(string words)
    {
        foreach (var file in new[] { ("x.srt", ""), ("x.vtt", "WEBVTT\n\n") })
        {
            var result = Reading.Read(
                $"{file.Item2}00:00:01,000 --> 00:00:02,000\n{words}\n\n00:00:04,000 --> 00:00:05,000\nQué lejos.\n", file.Item1);

            Assert.Equal([$"-: {words}", "-: Qué lejos."], result.Shown());
            Assert.Empty(result.Skips);
        }
    }

    [Theory]
    [InlineData("x.srt", "00:00:01,000 --> 00:00:02,000 ¿Quién es?\nYo.")]
    [InlineData("x.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000 align:start ¿Quién es?\nYo.")]
    [InlineData("x.vtt", "WEBVTT\n\nNOTE\n00:01.000 --> 00:02.000\n¿Quién es?\nYo.")]
    [InlineData("x.vtt", "WEBVTT\n\n00:99.000 --> 00:99.500\n00:01.000 --> 00:02.000\n¿Quién es?\nYo.")]
    public void Keeps_Words_When_They_Stand_Where_None_Are_Expected(string name, string text) =>
        Assert.Equal(["-: ¿Quién es? Yo."], Reading.Read(text, name).Shown());

    [Theory]
    [InlineData("\n\n")]
    [InlineData("\n")]
    public void Reports_Words_When_They_Stand_In_The_Header_Of_WebVTT(string end)
    {
        var result = Reading.Read($"WEBVTT\nKind: captions\nNadie lo sabe.{end}00:01.000 --> 00:02.000\nNadie.\n", "x.vtt");

        Assert.Equal([new Skip("x.vtt", 3, "\"Nadie lo sabe.\" stands outside the cues.")], result.Skips);
    }

    [Theory]
    [InlineData(@"Nadie\hsabe\hnada.", "-: Nadie sabe nada.")]
    [InlineData(@"- ¿Vas tú?\N- Voy yo, abuela.", "-: ¿Vas tú?|-: Voy yo, abuela.")]
    [InlineData(@"{\an8}{\pos(10,20)}El anillo\nno aparece.", "-: El anillo no aparece.")]
    [InlineData(@"{y:i}Ni \\Nel collar.", "-: Ni el collar.")]
    [InlineData("{a: la llave} y {b}", "-: {a: la llave} y {b}")]
    public void Speaks_No_Escapes_When_Captions_Were_Converted_From_Advanced_SubStation(string caption, string shown) =>
        Assert.Equal(shown.Split('|'), Reading.Read($"00:00:01,000 --> 00:00:02,000\n{caption}\n", "x.srt").Shown());

    [Theory]
    [InlineData("<i>Te adoro <3 de verdad.</i>", "Te adoro <3 de verdad.")]
    [InlineData("Si 4<5 y 7>6, me debes.", "Si 4<5 y 7>6, me debes.")]
    [InlineData("Lo dejó <una noche de lluvia> en la iglesia.", "Lo dejó <una noche de lluvia> en la iglesia.")]
    [InlineData("<b>Sí <y si no> también</b> <i sin duda>.", "Sí <y si no> también <i sin duda>.")]
    [InlineData(
        "<c.yellow>Uno</c> <00:00:01.500>dos <lang es-MX>tres</lang> <font size=3>cuatro</FONT> <u/><span class=\"a\">cinco</span>.",
        "Uno dos tres cuatro cinco.")]
    [InlineData("<ruby>seis<rt>siete</rt></ruby>.", "seissiete.")]
    public void Keeps_Words_When_They_Stand_In_Angle_Brackets(string caption, string shown) =>
        Assert.Equal([$"-: {shown}"], Reading.Read($"00:00:01,000 --> 00:00:02,000\n{caption}\n", "x.srt").Shown());

    [Theory]
    [InlineData("- Cuidado. -¡Ya voy!", "-: Cuidado.|-: ¡Ya voy!")]
    [InlineData("- ¿Subes? - Ahora no.", "-: ¿Subes?|-: Ahora no.")]
    [InlineData("- ¿Y la carta?<br/>- Quemada.", "-: ¿Y la carta?|-: Quemada.")]
    [InlineData("- ¿Y la carta,\nabuela? - Quemada.", "-: ¿Y la carta, abuela?|-: Quemada.")]
    [InlineData("Cuidado. –¡Ya voy!", "-: Cuidado.|-: ¡Ya voy!")]
    [InlineData(">> Hi. >> Hello.", "-: Hi.|-: Hello.")]
    [InlineData("- (ríe) - Calla.", "[Sound] ríe|-: Calla.")]
    [InlineData("- Hoy hace frío. -5 grados.", "-: Hoy hace frío. -5 grados.")]
    [InlineData("- Te lo juro - dijo - por ella.", "-: Te lo juro - dijo - por ella.")]
    [InlineData("No sé. - Nadie lo sabe.", "-: No sé. - Nadie lo sabe.")]
    public void Gives_Each_Their_Own_Line_When_Two_Speak_In_One_Row(string caption, string shown) =>
        Assert.Equal(shown.Split('|'), Reading.Read($"00:00:01,000 --> 00:00:02,000\n{caption}\n", "x.srt").Shown());

    [Theory]
    [InlineData(
        "0 1 mira el mar", "1 1.01 mira el mar", "1.01 2 mira el mar/qué hondo está", "2 2.01 qué hondo está",
        "2.01 3 qué hondo está/y qué frío")]
    [InlineData("0 2 mira el mar", "1 3 mira el mar/qué hondo está", "2 4 qué hondo está/y qué frío")]
    [InlineData("0 1 mira el", "1 2 mira el mar/qué", "2 3 mira el mar/qué hondo está", "3 4 mira el mar/qué hondo está/y qué frío")]
    public void Takes_Each_Row_Once_When_Captions_Roll(params string[] captions)
    {
        var cues = captions
            .Select(caption => caption.Split(' ', 3))
            .Select(cue => $"{Time(cue[0])} --> {Time(cue[1])}\n{cue[2].Replace('/', '\n')}\n");
        var result = Reading.Read($"WEBVTT\n\n{string.Join('\n', cues)}", "x.vtt");

        Assert.Equal(
            "mira el mar qué hondo está y qué frío",
            string.Join(' ', result.Elements().OfType<ScriptLine>().Select(line => line.Text)));
        Assert.Contains("rolling captions", Assert.Single(result.Skips).Reason, StringComparison.Ordinal);

        static string Time(string seconds) =>
            $"00:{double.Parse(seconds, CultureInfo.InvariantCulture).ToString("00.000", CultureInfo.InvariantCulture)}";
    }

    [Theory]
    [InlineData("00:01.000 --> 00:02.000\nNo.\n\n00:02.000 --> 00:03.000\nNo.\n\n00:03.000 --> 00:04.000\nNo.", "No. No. No.")]
    [InlineData("00:01.000 --> 00:02.000\n¿Qué?\n\n00:02.000 --> 00:03.000\n- ¿Qué?\n- Nada.", "¿Qué? ¿Qué? Nada.")]
    [InlineData("00:01.000 --> 00:02.000\n<v Ana>Ya.<v Beto>Ya.\nVoy.", "Ya. Ya. Voy.")]
    public void Keeps_Words_When_They_Are_Really_Said_Again(string cues, string spoken)
    {
        var result = Reading.Read($"WEBVTT\n\n{cues}\n", "x.vtt");

        Assert.Equal(spoken, string.Join(' ', result.Elements().OfType<ScriptLine>().Select(line => line.Text)));
        Assert.Empty(result.Skips);
    }

    [Theory]
    [InlineData("Recuerda: quema el sobre.")]
    [InlineData("Conclusión: estamos solos.")]
    [InlineData("Ojo: el perro muerde.")]
    [InlineData("Resultado: ni un peso.")]
    [InlineData("Además: la firma es falsa.")]
    [InlineData("Posdata: no vuelvas.")]
    [InlineData("Importante: nadie lo sabe.")]
    [InlineData("Dirección: plaza Mayor, tres.")]
    [InlineData("Moraleja: no confíes.")]
    [InlineData("Enumeremos: tú, yo y el notario.")]
    [InlineData("URGENTE: venga al hospital.")]
    [InlineData("Thus: we are poor.")]
    public void Takes_Nobody_For_A_Speaker_When_A_Sentence_Has_A_Colon(string words)
    {
        var result = Reading.Read(
            $"00:00:01,000 --> 00:00:02,000\n{words}\n\n00:00:04,000 --> 00:00:05,000\nMarisol: ¿Y quién lo dijo?\n", "x.srt");

        Assert.Equal([$"-: {words}", "Marisol: ¿Y quién lo dijo?"], result.Shown());
    }

    [Theory]
    [InlineData("(Suena el teléfono y nadie")]
    [InlineData("[Suena el teléfono")]
    [InlineData("𝒜")]
    public void Keeps_Words_When_A_Parenthesis_Is_Never_Closed(string words) =>
        Assert.Equal([$"-: {words.Replace('[', '(')}"], Reading.Read($"00:00:01,000 --> 00:00:02,000\n{words}\n", "x.srt").Shown());

    [Fact]
    public void Says_So_When_A_File_Has_More_Lines_Than_Are_Read()
    {
        var text = "00:00:01,000 --> 00:00:02,000\n" + string.Concat(Enumerable.Repeat("\n", ReadLimits.Lines)) + "Last words.";

        Assert.All(["x.srt", "x.vtt", "x.txt"], name => Assert.Contains(
            Reading.Read(name == "x.vtt" ? "WEBVTT\n" + text : text, name).Skips,
            skip => skip.Reason == $"The file has more than {ReadLimits.Lines} lines; the rest was left out."));
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
