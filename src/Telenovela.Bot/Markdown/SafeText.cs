using System.Buffers;
using System.Text;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Markdown;

/// <summary>
/// The way out for every text that a person or a model wrote. What comes out pings nobody, links nowhere, formats nothing and reads in
/// the order in which it is written. Harmless text comes out letter by letter.
/// </summary>
public static class SafeText
{
    private const char WideAt = '＠';
    private const char WideColon = '：';
    private const char MiddleDot = '·';
    private const string Cut = "…";

    /// <summary>Text for a place where Discord shows markdown over several lines: message content, an embed's description or field.</summary>
    /// <param name="text">Any string.</param>
    /// <param name="most">How many UTF-16 units the result may have.</param>
    /// <returns>Escaped markdown; ends with an ellipsis where it had to be cut.</returns>
    public static string Block(string text, int most = int.MaxValue) => Escaped(Neutralise(text, lines: true), most);

    /// <summary>Text for a place within a line of markdown: a name in a sentence, a title.</summary>
    /// <param name="text">Any string; line ends become spaces.</param>
    /// <param name="most">How many UTF-16 units the result may have.</param>
    /// <returns>Escaped markdown on one line.</returns>
    public static string Inline(string text, int most = int.MaxValue) => Escaped(Neutralise(text, lines: false), most);

    /// <summary>Text for a place where Discord shows no markdown: a button's or menu's label, a footer, a choice, a file's description.</summary>
    /// <param name="text">Any string; line ends become spaces.</param>
    /// <param name="most">How many UTF-16 units the result may have.</param>
    /// <returns>One line. Going through again changes nothing more.</returns>
    public static string Plain(string text, int most = int.MaxValue) => Shortened(WithoutTags(Neutralise(text, lines: false)), most);

    /// <summary>Text between single backticks, backticks included.</summary>
    /// <param name="text">Any string; backticks become apostrophes, line ends spaces.</param>
    /// <param name="most">How many UTF-16 units the result may have.</param>
    /// <returns>A piece of code, or an empty string where nothing is left to show.</returns>
    public static string Code(string text, int most = int.MaxValue)
    {
        var code = Shortened(WithoutTags(Neutralise(text, lines: false)).Replace('`', '\''), Math.Max(0, most - 2));
        return code.Length == 0 ? "" : $"`{code}`";
    }

    /// <summary>A file's name, made of what a person called something.</summary>
    /// <param name="text">Any string.</param>
    /// <param name="extension">The ending with its full stop: <c>.json</c>.</param>
    /// <returns>Small letters, digits and underscores with the ending; at most 60 characters before it.</returns>
    public static string FileName(string text, string extension) => FolderName.Of(text) + extension;

    /// <summary>Cleans, stops mentions of everyone, and takes the life out of links. The result is still to be escaped where markdown is shown.</summary>
    private static string Neutralise(string text, bool lines)
    {
        // Composed before, so that marks are counted as they will be; composed after, because taking characters away brings others together.
        var plain = Composed(Visible(Composed(WellFormed(text)), lines));

        // Neither a mention nor a link may come to life because another was changed, so links go first: they leave no new at sign.
        return WithoutMentions(WithoutLinks(plain));
    }

    /// <summary>The replacement character for each half of a pair that stands alone.</summary>
    private static string WellFormed(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune);
        }

        return whole.ToString();
    }

    private static string Visible(string text, bool lines)
    {
        var visible = new StringBuilder(text.Length);
        var marks = 0;
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            at += length;
            if (rune.Value == '\r' && at < text.Length && text[at] == '\n')
            {
                continue;
            }

            if (UnsafeCharacters.IsInvisible(rune))
            {
                continue;
            }

            marks = UnsafeCharacters.IsMark(rune) ? marks + 1 : 0;
            if (marks > UnsafeCharacters.MostMarks)
            {
                continue;
            }

            if (UnsafeCharacters.IsLineEnd(rune))
            {
                visible.Append(lines ? '\n' : ' ');
            }
            else if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
            {
                visible.Append(' ');
            }
            else
            {
                visible.Append(rune);
            }
        }

        return lines ? visible.ToString().TrimEnd() : visible.ToString().Trim();
    }

    private static string Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Code points that the platform's tables refuse have nothing to compose.
            return text;
        }
    }

    /// <summary>Another dot for each full stop in a link, and another colon behind its scheme: they read alike and lead nowhere.</summary>
    private static string WithoutLinks(string text)
    {
        // Where one link ended another may begin, once its full stops are gone.
        for (var before = ""; before != text;)
        {
            (before, text) = (text, WithoutLinksOnce(text));
        }

        return text;
    }

    private static string WithoutLinksOnce(string text)
    {
        var links = LinkScanner.Find(text);
        if (links.Count == 0)
        {
            return text;
        }

        var dead = new StringBuilder(text);
        foreach (var link in links)
        {
            // A sentence's own full stop behind the link stays.
            var end = link.Start + link.Length;
            while (end > link.Start && text[end - 1] == '.')
            {
                end--;
            }

            dead.Replace('.', MiddleDot, link.Start, end - link.Start).Replace(':', WideColon, link.Start, end - link.Start);
        }

        return dead.ToString();
    }

    private static string WithoutMentions(string text)
    {
        if (!text.Contains('@', StringComparison.Ordinal))
        {
            return text;
        }

        var harmless = new StringBuilder(text);
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var rest = text.AsSpan(at + 1).TrimStart(' ');
            if (rest.StartsWith("everyone", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("here", StringComparison.OrdinalIgnoreCase))
            {
                harmless[at] = WideAt;
            }
        }

        return harmless.ToString();
    }

    /// <summary>Another bracket before what makes a tag of it, for places where nothing is escaped.</summary>
    private static string WithoutTags(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal))
        {
            return text;
        }

        var harmless = new StringBuilder(text);
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at + 1))
        {
            harmless[at] = at + 1 < text.Length && (text[at + 1] is '@' or '#' or ':' or '/' || char.IsAsciiLetter(text[at + 1])) ? '‹' : '<';
        }

        return harmless.ToString();
    }

    private static string Escaped(string plain, int most)
    {
        var escaped = DiscordMarkdown.Escape(plain);
        if (escaped.Length <= most)
        {
            return escaped;
        }

        // Escaping makes text longer, so the plain text is cut until it fits; each step takes off what was too much.
        var kept = plain.Length;
        while (kept > 0 && escaped.Length > most)
        {
            kept = Math.Max(0, kept - Math.Max(1, (escaped.Length - most) / 2));
            escaped = DiscordMarkdown.Escape(Whole(plain, kept)) + Cut;
        }

        return escaped.Length <= most ? escaped : "";
    }

    private static string Shortened(string plain, int most) =>
        plain.Length <= most ? plain : most < Cut.Length ? "" : Whole(plain, most - Cut.Length) + Cut;

    /// <summary>The first characters of a text, without half a pair and without a letter whose marks were cut off.</summary>
    private static string Whole(string text, int length)
    {
        while (length > 0 && length < text.Length &&
            (char.IsLowSurrogate(text[length]) || (Rune.DecodeFromUtf16(text.AsSpan(length), out var next, out _) == OperationStatus.Done && UnsafeCharacters.IsMark(next))))
        {
            length--;
        }

        return text[..length].TrimEnd();
    }
}
