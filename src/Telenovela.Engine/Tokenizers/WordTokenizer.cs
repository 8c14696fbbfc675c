namespace Telenovela.Engine.Tokenizers;

/// <summary>
/// One token a word (with the space before it) or a run of punctuation; a word that isn't in the vocabulary is spelled by characters, so
/// that every text has a probability.
/// </summary>
public sealed class WordTokenizer : PieceTokenizer
{
    /// <summary>The kind's name in checkpoints.</summary>
    public const string KindName = "word";

    /// <summary>A tokenizer with a given vocabulary.</summary>
    /// <param name="vocabulary">The texts of ids 1, 2, …; none twice.</param>
    /// <exception cref="ArgumentException">An entry is empty, or stands there twice.</exception>
    public WordTokenizer(IReadOnlyList<string> vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override string Kind => KindName;

    /// <summary>The tokenizer of a text's commonest words.</summary>
    /// <param name="text">The training text.</param>
    /// <param name="size">Most tokens there may be.</param>
    /// <param name="speakers">Names that each get a token with their colon.</param>
    public static WordTokenizer Learn(string text, int size, IEnumerable<string> speakers)
    {
        var vocabulary = Beginning(text, speakers);
        var words = CountPieces(text, vocabulary).Where(word => word.Value > 1 && word.Key.Length > 1)
            .OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key);
        return new WordTokenizer([.. vocabulary, .. words.Except(vocabulary).Take(Math.Max(0, size - 1 - vocabulary.Count))]);
    }

    /// <inheritdoc/>
    public override ITokenizer Extend(IReadOnlyList<string> characters) => new WordTokenizer([.. Vocabulary, .. characters]);

    private protected override int[] Combine(List<int> characters) => [.. characters];
}
