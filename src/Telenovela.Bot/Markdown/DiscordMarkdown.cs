using System.Text;

namespace Telenovela.Bot.Markdown;

/// <summary>
/// Escapes markdown: text appears letter by letter, and formats nothing. Escaping alone makes nothing safe, since mentions and links are
/// found in raw text too; what people or a model wrote goes out through <see cref="SafeText"/>, which escapes last.
/// </summary>
public static class DiscordMarkdown
{
    /// <summary>Characters that may begin formatting, a mention, an emoji code, a timestamp, a link, a quote, a list or a heading.</summary>
    private const string Special = "\\*_~`|<>[]()#-+@:.";

    /// <summary>Escapes all formatting, and breaks mentions and links.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Markdown that shows <paramref name="text"/>.</returns>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            if (NeedsEscape(text, at))
            {
                escaped.Append('\\');
            }

            escaped.Append(text[at]);
        }

        return escaped.ToString();
    }

    /// <summary>The text that <see cref="Escape"/> was given.</summary>
    /// <param name="markdown">Escaped text.</param>
    public static string Unescape(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        for (var at = 0; at < markdown.Length; at++)
        {
            if (markdown[at] == '\\' && at + 1 < markdown.Length && Special.Contains(markdown[at + 1], StringComparison.Ordinal))
            {
                at++;
            }

            text.Append(markdown[at]);
        }

        return text.ToString();
    }

    private static bool NeedsEscape(string text, int at) => text[at] switch
    {
        '\\' or '*' or '_' or '~' or '`' or '|' or '<' or '>' or '[' or ']' or '@' => true,

        // Only at the start of a line, where they begin a list, a heading or small print; a number there begins a list with its full stop.
        '#' or '-' or '+' => BeginsLine(text, at),
        '.' => at > 0 && char.IsAsciiDigit(text[at - 1]) && (at + 1 == text.Length || text[at + 1] == ' ') && BeginsLine(text, text.AsSpan(0, at).LastIndexOfAnyExceptInRange('0', '9') + 1),

        // Only where they begin a link or an emoji code: "MARISOL: no" is left readable.
        ':' => at + 1 < text.Length && (text[at + 1] is '/' or '+' or '-' || char.IsAsciiLetterOrDigit(text[at + 1])),
        _ => false,
    };

    private static bool BeginsLine(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t')
        {
            at--;
        }

        return at == 0 || text[at - 1] is '\n' or '\r';
    }
}
