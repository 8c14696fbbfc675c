using CsCheck;

namespace Telenovela.Tests.Corpus.Formats;

/// <summary>Text made of pieces of all formats in any order.</summary>
internal static class HostileText
{
    public static Gen<string> Gen { get; } = CsCheck.Gen.OneOf(
        "WEBVTT", "\n", "\n\n", "1", "2", "00:00:01,000 --> 00:00:02,000", "00:01.000 --> 00:02.500 align:start", "00:00:01,000 --> ", " --> ", "abc --> def",
        "<v Ana>", "</v>", "<i>", "</i>", "<", ">", "{\\an8}", "NOTE x", "STYLE", "&amp;", "&nbsp;", "&#xD800;", "&", "♪", "# ", "- ", "-", "--", ">> ",
        "<?xml version=\"1.0\"?>", "<tt>", "<tt xml:lang=\"es\">", "<body>", "<div>", "<p begin=\"00:00:01.00\" end=\"00:00:02.00\">", "<p begin=\"1s\">", "<p begin=\"x\">", "<p>", "</p>", "<br/>", "<br></br>",
        "<span>", "</span>", "<metadata/>", "<metadata>", "</metadata>", "</div>", "</body>", "</tt>", "<![CDATA[", "]]>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;",
        "(man)", "(Daniel)", "(sighs)", "(man, on phone)", "(knock on door)", "(", ")", "[", "]", "[DOOR OPENS]", "[Name]", "Jane: ", "Woman (softly): ", "LOOK: ", "I'M ", "HELLO ", "hello ", "Betty ", "MR. ", "MEADE", ".", "...", "!", "?", "\"", "'", ",", ":", " ",
        "INT. A - DAY", "é", "e\u0301", "RéSUMé", "\u200b", "\0", "\uffff", "¿QUÉ", "漢")
        .Array[0, 60].Select(string.Concat);
}
