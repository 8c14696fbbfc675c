namespace Telenovela.Engine.Tokenizers;

/// <summary>The kinds of tokenizers by their names.</summary>
public static class TokenizerKinds
{
    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = [CharacterTokenizer.KindName, WordTokenizer.KindName, SubwordTokenizer.KindName];

    /// <summary>The tokenizer of a checkpoint.</summary>
    /// <param name="kind">One of <see cref="Names"/>, unless another version saved the checkpoint.</param>
    /// <param name="vocabulary">The texts of ids 1, 2, ….</param>
    /// <returns>The tokenizer; null for an unknown kind.</returns>
    /// <exception cref="ArgumentException">The vocabulary doesn't fit the kind.</exception>
    public static ITokenizer? Create(string kind, IReadOnlyList<string> vocabulary) => kind switch
    {
        CharacterTokenizer.KindName => new CharacterTokenizer(vocabulary),
        WordTokenizer.KindName => new WordTokenizer(vocabulary),
        SubwordTokenizer.KindName => new SubwordTokenizer(vocabulary),
        _ => null,
    };

    /// <summary>Learns a tokenizer.</summary>
    /// <param name="kind">One of <see cref="Names"/>.</param>
    /// <param name="text">The training text.</param>
    /// <param name="size">Most tokens; single characters take what they need.</param>
    /// <param name="speakers">Names that get a token with their colon; single characters have none.</param>
    /// <exception cref="ArgumentException">The kind is unknown.</exception>
    public static ITokenizer Learn(string kind, string text, int size, IReadOnlyList<string> speakers) => kind switch
    {
        CharacterTokenizer.KindName => CharacterTokenizer.Learn(text),
        WordTokenizer.KindName => WordTokenizer.Learn(text, size, speakers),
        SubwordTokenizer.KindName => SubwordTokenizer.Learn(text, size, speakers),
        _ => throw new ArgumentException($"There is no kind of tokenizer “{kind}”; there are {string.Join(", ", Names)}.", nameof(kind)),
    };
}
