namespace Telenovela.Engine.Tokenizers;

/// <summary>
/// Byte-pair encoding (Gage 1994; Sennrich, Haddow and Birch 2016) over characters: beginning with single characters, the two
/// neighbours that occur together most often become one token, again and again. A word's space belongs to it, and no token crosses
/// from one word to the next. Encoding repeats the merges in the order in which they were learned.
/// </summary>
public sealed class SubwordTokenizer : PieceTokenizer
{
    /// <summary>The kind's name in checkpoints.</summary>
    public const string KindName = "subword";

    /// <summary>A tokenizer with a given vocabulary.</summary>
    /// <param name="vocabulary">
    /// The texts of ids 1, 2, …; a token of several characters is merged before those that follow it. None twice.
    /// </param>
    /// <exception cref="ArgumentException">An entry is empty, or stands there twice.</exception>
    public SubwordTokenizer(IReadOnlyList<string> vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override string Kind => KindName;

    /// <summary>The tokenizer of a text.</summary>
    /// <param name="text">The training text; each of its characters gets a token.</param>
    /// <param name="size">Most tokens there may be.</param>
    /// <param name="speakers">Names that each get a token with their colon, which is recognised at the start of a line only.</param>
    public static SubwordTokenizer Learn(string text, int size, IEnumerable<string> speakers)
    {
        var beginning = Beginning(text, speakers);
        var pieces = CountPieces(text, beginning);
        return new SubwordTokenizer([.. beginning, .. new BytePairMerges(pieces).Learn(size - 1 - beginning.Count).Except(beginning)]);
    }

    /// <inheritdoc/>
    public override ITokenizer Extend(IReadOnlyList<string> characters) => new SubwordTokenizer([.. Vocabulary, .. characters]);

    /// <summary>Merges the pair that was learned first, until no pair is a token.</summary>
    private protected override int[] Combine(List<int> characters)
    {
        while (true)
        {
            var (first, at) = (int.MaxValue, -1);
            for (var left = 0; left + 1 < characters.Count; left++)
            {
                if (characters[left] != ITokenizer.UnknownId && characters[left + 1] != ITokenizer.UnknownId
                    && Ids.TryGetValue(Decode(characters[left]) + Decode(characters[left + 1]), out var merged) && merged < first)
                {
                    (first, at) = (merged, left);
                }
            }

            if (at < 0)
            {
                return [.. characters];
            }

            characters[at] = first;
            characters.RemoveAt(at + 1);
        }
    }
}
