using System.Text;

namespace Telenovela.Engine.Tokenizers;

/// <summary>
/// One token a character (a Unicode scalar value). The vocabulary comes from the training text alone, in code-point order, so that the
/// same text always gives the same ids.
/// </summary>
public sealed class CharacterTokenizer : ITokenizer
{
    /// <summary>The kind's name in checkpoints.</summary>
    public const string KindName = "character";

    private readonly string[] _characters;
    private readonly Dictionary<Rune, int> _ids;

    /// <summary>A tokenizer with a given vocabulary.</summary>
    /// <param name="vocabulary">The characters of ids 1, 2, …; each a single scalar value, none twice.</param>
    /// <exception cref="ArgumentException">An entry is no single character, or stands there twice.</exception>
    public CharacterTokenizer(IReadOnlyList<string> vocabulary)
    {
        _characters = ["", .. vocabulary];
        _ids = new Dictionary<Rune, int>(vocabulary.Count);
        for (var id = 1; id < _characters.Length; id++)
        {
            if (_characters[id].Length == 0 || !Rune.TryGetRuneAt(_characters[id], 0, out var rune) || rune.Utf16SequenceLength != _characters[id].Length || !_ids.TryAdd(rune, id))
            {
                throw new ArgumentException($"Entry {id} of the vocabulary is not one character, or stands there twice.", nameof(vocabulary));
            }
        }
    }

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public int Count => _characters.Length;

    /// <inheritdoc/>
    public IReadOnlyList<string> Vocabulary => _characters[1..];

    /// <summary>A tokenizer for everything that occurs in a text.</summary>
    /// <param name="text">The training text.</param>
    public static CharacterTokenizer Learn(string text) =>
        new([.. text.EnumerateRunes().Distinct().Order().Select(rune => rune.ToString())]);

    /// <inheritdoc/>
    public int[] Encode(string text)
    {
        var ids = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            ids.Add(_ids.GetValueOrDefault(rune, ITokenizer.UnknownId));
        }

        return [.. ids];
    }

    /// <inheritdoc/>
    public string Decode(int id) => _characters[id];

    /// <inheritdoc/>
    public ITokenizer Extend(IReadOnlyList<string> characters) => new CharacterTokenizer([.. Vocabulary, .. characters]);
}
