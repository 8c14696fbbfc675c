using Telenovela.Engine.Decoding;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Engine.Sampling;

/// <summary>What stands before a text, worked out once for all candidates.</summary>
/// <param name="Tokens">What must be read before the first token is chosen.</param>
/// <param name="Text">Context and prompt, but for what was taken back.</param>
/// <param name="Required">
/// The word that the prompt ends in, or its last space. It is taken back, since its tokens would be others if it went on ("token
/// healing"); the text must begin with it.
/// </param>
/// <param name="LineStarts">Those of the request's that the model can write.</param>
/// <param name="Topic">The tokens that are words of the request's topic.</param>
internal sealed record TextOpening(
    IReadOnlyList<int> Tokens, string Text, string Required, IReadOnlyList<string> LineStarts, IReadOnlyList<int> Topic)
{
    public static TextOpening Of(LanguageModel model, SamplingRequest request)
    {
        var tokenizer = model.Tokenizer;
        var ids = tokenizer.EncodePrompt(request.Context + request.Prompt).ToList();

        // Where each character is a token, nothing would change.
        var required = request.Prompt.Length == 0 || tokenizer.Kind == CharacterTokenizer.KindName ? "" : TakeBack(tokenizer, ids);
        return new TextOpening(
            ids.Count > 0 ? ids : tokenizer.EncodePrompt("\n"),
            tokenizer.Decode([.. ids]),
            required,
            [.. request.LineStarts.Where(start => start.Length > 0 && !tokenizer.Encode(start).Contains(ITokenizer.UnknownId))],
            request.Topic.Count == 0
                ? []
                : [.. Enumerable.Range(1, tokenizer.Count - 1)
                    .Where(id => request.Topic.Contains(tokenizer.Decode(id).Trim().ToLowerInvariant()))]);
    }

    /// <summary>The state behind it.</summary>
    public LstmDecoder Read(LanguageModel model, CancellationToken cancellationToken)
    {
        var decoder = new LstmDecoder(model);
        foreach (var token in Tokens)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // A text takes the processor for a hundred times as long as an answer to somebody who presses a button meanwhile.
            Thread.Yield();
            decoder.Read(token);
        }

        return decoder;
    }

    /// <summary>Takes the last word with the space before it, or the last space, which would belong to the next word.</summary>
    private static string TakeBack(ITokenizer tokenizer, List<int> ids)
    {
        var taken = "";
        while (ids.Count > 0 && tokenizer.Decode(ids[^1]) is var last
            && (last == " " ? taken.Length == 0 : last.Length > 0 && char.IsLetter(last[^1])))
        {
            ids.RemoveAt(ids.Count - 1);
            taken = last + taken;
            if (!char.IsLetter(last[0]))
            {
                break;
            }
        }

        return taken;
    }
}
