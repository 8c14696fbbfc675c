using System.Text;
using Telenovela.Corpus.Training;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Sampling;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Story.Writing;

/// <summary>
/// Writes a text line by line: for each line several candidates are sampled side by side, the best is kept, and the next line goes on
/// from the state behind it. The cast are those who may speak, as the training text writes them; words of the topic and phrases of the
/// corpus come more often than the model alone would have them.
/// </summary>
internal sealed class ScriptLines(
    LanguageModel model, LineChoice choice, IReadOnlyList<string> cast, IReadOnlyCollection<string> topic, PhraseTable? phrases,
    Func<string, bool>? refuses)
{
    /// <summary>Characters that a line has at most before it is ended at its next sentence.</summary>
    private const int LongestLine = 160;

    /// <summary>Characters of the text so far that bear on the next line: what the constraints look back on.</summary>
    private const int LookBack = 600;

    /// <summary>Writes what comes behind the prompt, in a scene with this header.</summary>
    /// <param name="header">The scene's header.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="written">Given each line when it is chosen, with the line feed before it.</param>
    /// <param name="cancellationToken">Asked between tokens.</param>
    public string Write(string header, WritingRequest request, Action<string> written, CancellationToken cancellationToken)
    {
        var given = 0;
        var prompt = request.Prompt ?? "";
        var opening = header + "\n";
        var before = model.Tokenizer.Fold(prompt).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();

        // A prompt that ends a sentence is a whole line: somebody answers it.
        var text = new StringBuilder(LineChoice.IsEnded(prompt) && !prompt.EndsWith('\n') ? "\n" : "");
        var isBegun = prompt.Length > 0 && text.Length == 0 && !prompt.EndsWith('\n');
        LstmDecoder? state = null;
        var line = 0;
        do
        {
            var sofar = opening + prompt + text;
            var room = (int)(request.Length * (1 + TextEnd.Slack)) - text.Length;
            var sampling = new SamplingRequest
            {
                Context = isBegun ? opening : state is null || sofar.Length <= LookBack ? sofar : sofar[^LookBack..],
                Prompt = isBegun ? prompt : "",
                Length = Math.Clamp(room, 20, LongestLine),
                Ending = TextEnding.Line,
                Settings = request.ToSettings(),
                Banned = TrainingText.Unspeakable,
                Refuses = refuses,
                LineStarts = TrainingText.LineStarts(cast),
                AsideStart = TrainingText.DirectionStart,
                Topic = topic,
                Phrases = phrases,
                Seed = unchecked((request.Seed * 31) + line),
            };
            state ??= CandidateSampler.Begin(model, sampling, cancellationToken);
            var candidates = CandidateSampler.Sample(model, state, sampling, request.Candidates, cancellationToken);
            var best = choice.Rate(candidates, before, isBegun, room)[0].Candidate;
            text.Append(best.Text).Append('\n');
            before.Add(best.Text);
            written(text.ToString(given, text.Length - 1 - given));
            given = text.Length - 1;

            // A line that was ended before its line feed gets one now.
            state = best.After;
            if (!model.Tokenizer.Decode(best.Tokens[^1]).EndsWith('\n'))
            {
                state.Read(model.Tokenizer.Encode("\n")[0]);
            }

            isBegun = false;
            line++;
        }
        while (text.Length < request.Length * (1 - TextEnd.Slack));

        return text.ToString().TrimEnd('\n');
    }
}
