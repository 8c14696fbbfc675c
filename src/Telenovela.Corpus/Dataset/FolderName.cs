using System.Globalization;
using System.Text;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Dataset;

/// <summary>Folder names for telenovelas and languages.</summary>
public static class FolderName
{
    private const int Longest = 60;

    /// <summary>Makes a folder name of a title: <c>El Último Beso</c> becomes <c>el_ultimo_beso</c>.</summary>
    /// <param name="title">Any text.</param>
    /// <returns>Small letters, digits and underscores, 1 to 60 of them; <c>untitled</c> where nothing is left.</returns>
    public static string Of(string title)
    {
        var name = new StringBuilder();
        foreach (var c in PlainText.Clean(title).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                name.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c != '\'' && name.Length > 0 && name[^1] != '_')
            {
                name.Append('_');
            }
        }

        var trimmed = name.ToString(0, Math.Min(name.Length, Longest)).Trim('_');
        return trimmed.Length == 0 ? "untitled" : trimmed;
    }

    /// <summary>The folder of a language: <c>english</c> for <c>en</c>, <c>en-US</c> and <c>English</c>.</summary>
    /// <param name="language">A tag or a name.</param>
    /// <returns>The folder's name; <c>unknown</c> for an empty language.</returns>
    public static string OfLanguage(string language) => Code(language) switch
    {
        "en" => "english",
        "es" => "spanish",
        "pt" => "portuguese",
        "it" => "italian",
        "fr" => "french",
        "de" => "german",
        "tr" => "turkish",
        "" => "unknown",
        var other => Of(other),
    };

    /// <summary>A language's tag: <c>es</c> for <c>Spanish</c>, <c>español</c> and <c>es-MX</c>.</summary>
    /// <param name="language">A tag or a name.</param>
    /// <returns>The tag without region, or the text itself where it is none that is known.</returns>
    public static string Code(string language)
    {
        var lower = language.Trim().ToLowerInvariant();
        return lower switch
        {
            "english" or "eng" or "inglés" => "en",
            "spanish" or "spa" or "español" or "castellano" => "es",
            "portuguese" or "português" => "pt",
            "italian" or "italiano" => "it",
            "french" or "français" => "fr",
            "german" or "deutsch" => "de",
            "turkish" or "türkçe" => "tr",
            _ when lower.IndexOfAny(['-', '_']) is var dash and > 0 => lower[..dash],
            _ => lower,
        };
    }

    /// <summary>Whether a text names a language: one of those above, or an ISO 639-1 tag such as <c>ca</c> or <c>pt-BR</c>.</summary>
    public static bool IsLanguage(string language) => Code(language) is { Length: 2 } code
        && CultureInfo.GetCultures(CultureTypes.NeutralCultures).Any(culture => culture.TwoLetterISOLanguageName == code);

    /// <summary>Makes a title of a folder's or file's name: <c>jane_the_virgin</c> becomes <c>Jane the Virgin</c>.</summary>
    /// <param name="name">A name.</param>
    /// <returns>Words with capitals, small words within the title excepted.</returns>
    public static string ToTitle(string name)
    {
        var words = name.Split(['_', '-', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        string[] small = ["the", "a", "an", "of", "and", "in", "on", "de", "del", "la", "el", "los", "las", "y", "en"];
        return string.Join(' ', words.Select((word, i) => i > 0 && small.Contains(word) ? word : char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
