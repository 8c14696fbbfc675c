namespace Telenovela.Engine.Tokenizers;

/// <summary>Cuts text into the tokens that a model reads and writes. Immutable; safe from several threads.</summary>
public interface ITokenizer
{
    /// <summary>The id that stands for everything outside the vocabulary; never sampled, and without text.</summary>
    const int UnknownId = 0;

    /// <summary>What kind it is, as a checkpoint names it: <c>character</c>, <c>word</c> or <c>subword</c>.</summary>
    string Kind { get; }

    /// <summary>How many tokens there are; ids run from 0 to one less.</summary>
    int Count { get; }

    /// <summary>The texts of ids 1, 2, …; none empty, none twice.</summary>
    IReadOnlyList<string> Vocabulary { get; }

    /// <summary>
    /// The ids of a text; a character that no token has becomes <see cref="UnknownId"/>.
    /// Otherwise <see cref="Decode"/> gives the text back.
    /// </summary>
    /// <param name="text">Any text.</param>
    int[] Encode(string text);

    /// <summary>The text of one id; empty for <see cref="UnknownId"/>.</summary>
    /// <param name="id">From 0 to <see cref="Count"/> − 1.</param>
    string Decode(int id);

    /// <summary>The tokenizer with more characters; old ids stay.</summary>
    /// <param name="characters">Single characters that no token has yet.</param>
    ITokenizer Extend(IReadOnlyList<string> characters);
}
