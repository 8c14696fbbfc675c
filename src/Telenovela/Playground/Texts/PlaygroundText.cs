using System.Globalization;
using System.Resources;

namespace Telenovela.Playground.Texts;

/// <summary>
/// The page's own words, from <c>PlaygroundText.resx</c>. Looked up with a language, since a circuit's culture is fixed when it
/// begins and people switch afterwards.
/// </summary>
public static class PlaygroundText
{
    private static readonly ResourceManager Words = new(typeof(PlaygroundText).FullName!, typeof(PlaygroundText).Assembly);

    /// <summary>The words for <paramref name="key"/> with its places filled.</summary>
    /// <param name="locale">The language.</param>
    /// <param name="key">The entry's name; it is shown itself where there is no such entry.</param>
    /// <param name="arguments">Fill <c>{0}</c>, <c>{1}</c> …</param>
    public static string Get(PlaygroundLocale locale, string key, params object[] arguments)
    {
        var words = Words.GetString(key, locale.Culture) ?? key;
        return arguments.Length == 0 ? words : string.Format(locale.Culture, words, arguments);
    }

    /// <summary>All entries of one language itself, without those it would inherit. For tests.</summary>
    internal static IReadOnlyDictionary<string, string> All(CultureInfo culture) =>
        Words.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
}
