namespace Telenovela.Engine.Tokenizers;

/// <summary>The words of the training text. A model of subwords can put together words that don't exist; this tells them apart.</summary>
public sealed class Lexicon
{
    private readonly string[] _words;

    /// <summary>A lexicon.</summary>
    /// <param name="words">Words in small letters, in any order.</param>
    public Lexicon(IEnumerable<string> words) => _words = [.. words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The words, in ordinal order.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The words that occur at least so often, runs of letters with inner apostrophes.</summary>
    /// <param name="text">The training text.</param>
    /// <param name="fewest">How often a word must occur, whatever its case.</param>
    public static Lexicon Learn(string text, int fewest)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[64];
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && (char.IsLetter(text[end])
                || (text[end] == '\'' && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
            {
                end++;
            }

            if (end - at <= lower.Length)
            {
                text.AsSpan(at, end - at).ToLowerInvariant(lower);
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(lookup, lower[..(end - at)], out _)++;
            }

            at = end;
        }

        return new Lexicon(counts.Where(word => word.Value >= fewest).Select(word => word.Key));
    }

    /// <summary>Whether it is a word, in any case; apostrophes around it are quotation marks.</summary>
    /// <param name="word">Letters and apostrophes.</param>
    public bool Contains(string word) =>
        word.Trim('\'').ToLowerInvariant() is var plain
        && (plain.Length == 0 || Array.BinarySearch(_words, plain, StringComparer.Ordinal) >= 0);

    /// <summary>Whether there is a longer word that begins so.</summary>
    /// <param name="start">Letters and apostrophes.</param>
    public bool GoesOn(string start)
    {
        var plain = start.TrimStart('\'').ToLowerInvariant();
        var at = Array.BinarySearch(_words, plain, StringComparer.Ordinal);
        at = at < 0 ? ~at : at + 1;
        return at < _words.Length && _words[at].StartsWith(plain, StringComparison.Ordinal);
    }

    /// <summary>Whether a word begins so, or is whole and a quotation mark follows.</summary>
    /// <param name="start">Letters and apostrophes.</param>
    public bool HasPrefix(string start)
    {
        var plain = start.TrimStart('\'').ToLowerInvariant();
        var at = Array.BinarySearch(_words, plain, StringComparer.Ordinal);
        at = at < 0 ? ~at : at;
        return (at < _words.Length && _words[at].StartsWith(plain, StringComparison.Ordinal)) || Contains(plain);
    }
}
