using Telenovela.Story.Writing;

namespace Telenovela.Bot.Contributions.Checks.Wording;

/// <summary>The words that one text may not have: a server's own of the text's language, and the bot's.</summary>
public sealed class UnwantedWords : IUnwantedWords
{
    private readonly Dictionary<string, WordList> _lists;
    private readonly WordList _shipped = new([]);

    /// <summary>A server's words, by language, and the bot's own.</summary>
    public UnwantedWords(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> words) =>
        _lists = words.ToDictionary(language => language.Key, language => new WordList(language.Value), StringComparer.Ordinal);

    /// <summary>The bot's own.</summary>
    public static UnwantedWords Shipped() => new([]);

    /// <inheritdoc/>
    public bool EndsIn(string text, string language) => _lists.GetValueOrDefault(language, _shipped).EndsIn(text);

    /// <summary>
    /// The words of any language that a text has, as they were typed. Coarse words, which a person may give to a character, aren't among
    /// them.
    /// </summary>
    public IReadOnlyList<string> FindIn(string revealed) =>
        [.. _lists.Values.Append(_shipped).SelectMany(list => list.FindIn(revealed)).Distinct(StringComparer.OrdinalIgnoreCase)];
}
