using System.Text;

namespace Telenovela.Engine.Tokenizers;

/// <summary>What every kind of tokenizer can do.</summary>
public static class TokenizerExtensions
{
    /// <summary>The text of some ids.</summary>
    /// <param name="tokenizer">Knows the text of each.</param>
    /// <param name="ids">In the order of the text; the unknown one adds nothing.</param>
    public static string Decode(this ITokenizer tokenizer, ReadOnlySpan<int> ids)
    {
        var text = new StringBuilder(ids.Length);
        foreach (var id in ids)
        {
            text.Append(tokenizer.Decode(id));
        }

        return text.ToString();
    }

    /// <summary>
    /// Words that a person typed, in the tokenizer's characters: what is outside the vocabulary is replaced by its nearest known form
    /// (typographic quotes and dashes, then letters without their accents), and left out where there is none.
    /// </summary>
    /// <param name="tokenizer">Whose characters may occur.</param>
    /// <param name="text">What was typed.</param>
    public static string Fold(this ITokenizer tokenizer, string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var character = rune.ToString();
            if (tokenizer.Knows(character))
            {
                folded.Append(character);
                continue;
            }

            foreach (var plain in CharacterFolding.Fold(rune).EnumerateRunes().Select(plain => plain.ToString()).Where(tokenizer.Knows))
            {
                folded.Append(plain);
            }
        }

        return folded.ToString();
    }

    /// <summary>The ids of <see cref="Fold"/>'s text.</summary>
    /// <param name="tokenizer">Folds and encodes.</param>
    /// <param name="text">What was typed.</param>
    public static int[] EncodePrompt(this ITokenizer tokenizer, string text) => tokenizer.Encode(tokenizer.Fold(text));

    /// <summary>Characters (Unicode scalar values) of each token; the unknown one stands for one. What losses are divided by.</summary>
    /// <param name="tokenizer">Whose whole vocabulary is measured.</param>
    /// <returns>A number for each id.</returns>
    public static int[] Lengths(this ITokenizer tokenizer) =>
    [
        .. Enumerable.Range(0, tokenizer.Count)
            .Select(id => id == ITokenizer.UnknownId ? 1 : tokenizer.Decode(id).EnumerateRunes().Count()),
    ];

    private static bool Knows(this ITokenizer tokenizer, string character) => tokenizer.Encode(character) is not [ITokenizer.UnknownId];
}
