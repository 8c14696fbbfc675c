using System.Security.Cryptography;
using System.Text;
using Telenovela.Bot.Contributions.Checks.Content;

namespace Telenovela.Bot.Contributions.Checks.Wording;

/// <summary>A server's words, and the few that the bot never takes.</summary>
internal sealed class WordList
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly List<string> _phrases = [];
    private readonly Dictionary<string, bool> _unwritten = new(StringComparer.Ordinal);

    /// <summary>Makes a list.</summary>
    /// <param name="words">Words, or several in a row that are meant together.</param>
    public WordList(IEnumerable<string> words)
    {
        foreach (var plain in words.Select(WordForms.Plain).Where(word => word.Length > 0))
        {
            if (plain.Contains(' ', StringComparison.Ordinal))
            {
                _phrases.Add($" {plain} ");
            }
            else
            {
                _words.Add(plain);
                _words.Add(WordForms.Marked(WordForms.Squeezed(plain)));
            }
        }
    }

    /// <summary>The words of the list that a text has, each once, as they were typed.</summary>
    /// <param name="revealed">A text, revealed.</param>
    public IReadOnlyList<string> FindIn(string revealed)
    {
        var found = WordForms.Of(revealed).Where(word => word.Forms.Any(IsListed)).Select(word => word.Typed).ToList();
        if (_phrases.Count > 0)
        {
            var plain = $" {WordForms.Plain(revealed)} ";
            found.AddRange(_phrases.Where(phrase => plain.Contains(phrase, StringComparison.Ordinal)).Select(phrase => phrase.Trim()));
        }

        return [.. found.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The coarse words that a text has, as they were typed.</summary>
    public static IEnumerable<string> FindCoarseIn(string revealed) =>
        WordForms.Of(revealed).Where(word => word.Forms.Any(IsCoarse)).Select(word => word.Typed);

    /// <summary>
    /// Whether a text ends in a word of the list, or in one that the bot doesn't write. The same as <see cref="FindIn"/> of a text in the
    /// making, whose earlier words were looked at when they ended.
    /// </summary>
    /// <param name="text">A text whose last word is whole, or its end.</param>
    public bool EndsIn(string text)
    {
        var last = LastWord(text, text.Length);
        var word = WordForms.Trimmed(text[last]);
        return IsUnwritten(word) || (word.Length == 1 && IsTypedApart(text, last.Start.Value, word)) || EndsInPhrase(text, word);
    }

    private static Range LastWord(string text, int end)
    {
        while (end > 0 && !WordForms.IsInside(text[end - 1]))
        {
            end--;
        }

        var start = end;
        while (start > 0 && WordForms.IsInside(text[start - 1]))
        {
            start--;
        }

        return start..end;
    }

    /// <summary>Whether the letter ends a run of single letters that, put together, are such a word.</summary>
    private bool IsTypedApart(string text, int start, string together)
    {
        while (LastWord(text, start) is var before && WordForms.Trimmed(text[before]) is { Length: 1 } letter)
        {
            together = letter + together;
            start = before.Start.Value;
            if (together.Length >= WordForms.FewestApart && IsUnwritten(together))
            {
                return true;
            }
        }

        return false;
    }

    private bool EndsInPhrase(string text, string word)
    {
        var last = _phrases.Count == 0 ? "" : WordForms.Plain(word);
        return last.Length > 0 && _phrases.Exists(phrase => phrase.EndsWith($" {last} ", StringComparison.Ordinal)
            && $" {WordForms.Plain(Revealed.Of(text))} ".EndsWith(phrase, StringComparison.Ordinal));
    }

    /// <summary>Remembered, since a text has few words that it hasn't had before.</summary>
    private bool IsUnwritten(string word)
    {
        if (!_unwritten.TryGetValue(word, out var isUnwritten))
        {
            isUnwritten = WordForms.FormsOf(Revealed.Of(word)).Any(form => IsListed(form) || IsCoarse(form));
            _unwritten[word] = isUnwritten;
        }

        return isUnwritten;
    }

    private static bool IsCoarse(string form) => ShippedWords.Coarse.Contains(HashOf(form));

    private bool IsListed(string form) => _words.Contains(form) || ShippedWords.Hashes.Contains(HashOf(form));

    /// <summary>The form in which the shipped words are written down: nobody who reads the program has to read them.</summary>
    /// <param name="form">What <see cref="WordForms.Plain"/> gave.</param>
    /// <returns>The first 64 bits of the SHA-256 of <c>telenovela:</c> and the form.</returns>
    internal static ulong HashOf(string form) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes("telenovela:" + form)));
}
