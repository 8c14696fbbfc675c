using CsCheck;

namespace Telenovela.Tests.Corpus.Formats;

/// <summary>Script files of each format as tools and hands make them: mostly right, often odd, sometimes broken.</summary>
internal static class GeneratedScripts
{
    private static readonly Gen<string> Words = Gen.Frequency(
        (6, Gen.Select(Gen.OneOf("luna", "Carta", "mar", "NOCHE", "puerta", "Lágrima", "ñu"), Gen.Int[0, 999])
            .Select((word, number) => $"{word}{number}")),
        (4, Gen.OneOf(
            "que", "no", "the", "HOLA", "Ana:", "Woman:", "Ojo:", "JUAN:", "Beto (ríe):", "ANA (CONT'D):", "(Daniel)", "(sighs)",
            "(man, on phone)", "(knock on door)", "(", ")", "[", "]", "[Gina]", "[Puerta",
            "-", "- ", "--", "–", "-¿Qué?", ">>", "♪", "#", "...", ".", "?", "¿Qué", "¡No!", ":", ",", "\"", "'", "8:30", "42", "-->",
            "->", "Dr.", "(MÁS)", "(SIGUE)", "*", "**", "_x_", "~", "=", "@", "&amp;", "&aacute;",
            "<3", "4<5", "6>5", "é", "e\u0301", "漢字", "𝒜", "zero\u200bwidth", "\u00a0", "TO:", "I'M", "RéSUMé")));

    private static readonly Gen<string> Row = Words.Array[1, 6].Select(words => string.Join(' ', words));

    private static readonly Gen<string> CaptionRow = Gen.Select(
            Row,
            Gen.OneOf(
                "", "", "", "", "<i>", "</i>", "<c.x>", "<v Eva>", "</v>", "<br/>", "<font color=\"a\">", "<hace años>", "{\\an8}",
                "{y:i}", "{nota}", "\\N", "\\h", "<00:01.000>", "&lt;b&gt;"),
            Row)
        .Select((one, mark, two) => mark.Length == 0 ? one : $"{one} {mark}{two}");

    private static readonly Gen<string> Times = Gen.Select(Gen.Int[0, 59], Gen.OneOf(
            "00:10:{0},000 --> 00:10:{0},900", "00:10:{0}.000 --> 00:10:{0}.500", "{0}:01.000 --> {0}:02.000 align:start",
            "00:10:{0},000 --> 00:10:{0},100 luna", "00:10:{0},000 - > 00:10:{0},900", "00:10:{0},000 –> 00:10:{0},900",
            "00:10:{0},900 --> 00:10:{0},000", "00:10:{0}:000 --> 00:10:{0}:100", "00:10:{0} 000 --> 00:10:{0} 100",
            "150:10:{0},000 --> 150:10:{0},900", "00:99:{0},000 --> 00:10:{0},900"))
        .Select((second, format) => format.Replace("{0}", second.ToString("00", null), StringComparison.Ordinal));

    private static readonly Gen<string> Gap = Gen.OneOf("\n", "\n", "\n", "\n\n", "");

    private static readonly Gen<string> Caption = Gen.Select(Gen.OneOf("1\n", "27\n", ""), Times, CaptionRow.Array[0, 3], Gap)
        .Select((number, times, rows, gap) => $"{number}{times}\n{string.Concat(rows.Select(row => row + "\n"))}{gap}");

    private static readonly Gen<string> Cue = Gen.Select(
            Caption, Gen.OneOf("", "", "", "NOTE hidden\nhidden\n\n", "STYLE\n::cue {}\n\n", "NOTE hidden\n"), Row)
        .Select((caption, block, row) => (row.StartsWith("que", StringComparison.Ordinal) ? row + "\n\n" : "") + block + caption);

    private static readonly Gen<string> Paragraph = Gen.Select(
            Gen.OneOf(
                "<p>", "<p begin=\"1s\" end=\"2s\">", "<p begin=\"9.5\">", "<p begin=\"soon\">", "<p xml:lang=\"en\">",
                "<p xml:lang=\"es\">", "<div>", "<x>", ""),
            Row,
            Gen.OneOf(
                " ", "<br/>", "<span>", "<span ttm:role=\"x-translation\">hidden</span>", "<metadata>hidden</metadata>",
                "<!-- hidden -->"),
            Row)
        .Select((open, one, mark, two) =>
            $"{open}{Escaped(one)} {mark} {Escaped(two)}{(mark == "<span>" ? "</span>" : "")}" +
            $"{(open.Length == 0 ? "" : $"</{open[1..].TrimEnd('>').Split(' ')[0]}>")}\n");

    private static readonly Gen<string> FountainLine = Gen.Select(
            Gen.OneOf(
                "", "", "", "", "\n", "\n", "@", "!", ".", "> ", "~", "= ", "# ", "INT. ", "\nANA\n", "\nANA (V.O.)\n", "\nJUAN (SIGUE)\n",
                "CUT TO:\n", "/* hidden\n\nhidden */\n", "[[hidden]]\n", "\n\nÁNGEL ^\n(bajo)\n", "Nota: "),
            Row,
            Gen.OneOf("\n", "\n", "\n", "\n\n", "  \n", " #1#\n", " <\n", " TO:  \n\n"))
        .Select((start, row, end) => start + row + end);

    /// <summary>Files of the format that a file name's extension stands for.</summary>
    public static Gen<string> Of(string extension) => extension switch
    {
        "srt" => Gen.Select(Gen.OneOf("", "", "Before it begins\n"), Caption.Array[0, 12])
            .Select((head, captions) => head + string.Concat(captions)),
        "vtt" => Gen.Select(Gen.OneOf("\n", "\n", "Language: es\n\n", "Words in the head\n\n", ""), Cue.Array[0, 12])
            .Select((head, cues) => $"WEBVTT - hidden\n{head}{string.Concat(cues)}"),
        "ttml" => Gen.Select(Gen.OneOf("", " xml:lang=\"es\"", " xml:lang=\"fr\""), Paragraph.Array[0, 12], Gen.Int[0, 30])
            .Select((language, paragraphs, cut) =>
                $"<tt{language}><head><metadata><title>hidden</title></metadata></head>\n<body><div>\n{string.Concat(paragraphs)}" +
                $"{(cut == 0 ? "<p>Cut" : cut == 1 ? "Loose <" : "</div></body></tt>")}"),
        "fountain" => Gen.Select(
                Gen.OneOf("", "Title: x\nAño: 1999\n\n", "Título: La luna\nAutora: Eva\nNota (2): luna\n\n"),
                FountainLine.Array[0, 16])
            .Select((page, lines) => page + string.Concat(lines)),
        _ => Gen.Select(Row, Gap).Select((row, gap) => row + "\n" + gap).Array[0, 14].Select(string.Concat),
    };

    private static string Escaped(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal);
}
