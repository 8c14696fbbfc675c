using System.Security.Cryptography;
using System.Text;

namespace Telenovela.Bot.Contributions.Checks.Wording;

/// <summary>A server's words, and the few that the bot never takes.</summary>
internal sealed class WordList
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly List<string> _phrases = [];

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

    private bool IsListed(string form) => _words.Contains(form) || ShippedWords.Hashes.Contains(HashOf(form));

    /// <summary>The form in which the shipped words are written down: nobody who reads the program has to read them.</summary>
    /// <param name="form">What <see cref="WordForms.Plain"/> gave.</param>
    /// <returns>The first 64 bits of the SHA-256 of <c>telenovela:</c> and the form.</returns>
    internal static ulong HashOf(string form) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes("telenovela:" + form)));
}
