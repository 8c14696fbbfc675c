namespace Telenovela.Corpus.Dataset;

/// <summary>Names of languages, as corpus folders have them, and their codes.</summary>
public static class CorpusLanguages
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en",
        ["spanish"] = "es",
        ["portuguese"] = "pt",
        ["french"] = "fr",
        ["italian"] = "it",
        ["german"] = "de",
        ["turkish"] = "tr",
    };

    /// <summary>The ISO 639-1 code of a language named in English, or given as a code; the name itself where it is unknown.</summary>
    public static string CodeOf(string language) => Codes.GetValueOrDefault(language, language.ToLowerInvariant());

    /// <summary>The English name, for a folder, of a language given as a name or a code.</summary>
    public static string FolderOf(string language) =>
        Codes.FirstOrDefault(entry => entry.Value.Equals(language, StringComparison.OrdinalIgnoreCase)).Key ?? language.ToLowerInvariant();
}
