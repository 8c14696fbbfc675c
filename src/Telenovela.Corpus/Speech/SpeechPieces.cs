using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Speech;

/// <summary>
/// Cuts an utterance at speakers in parentheses and at sounds. Both count only at its start, at its end, or between sentences;
/// elsewhere parentheses stay in the speech as cues. Cues with no speech beside them become sounds. No word is lost.
/// </summary>
internal static class SpeechPieces
{
    /// <summary>Cuts an utterance.</summary>
    /// <param name="text">Clean text with cues in parentheses.</param>
    /// <param name="rule">Tells speakers, sounds and cues apart.</param>
    /// <returns>The pieces in order.</returns>
    public static List<SpeechPiece> Cut(string text, SpeakerRule rule)
    {
        var cut = new List<SpeechPiece>();
        string? speaker = null;
        var prefix = "";
        var hasWords = false;
        int from = 0, seen = 0;
        foreach (var (open, close) in Parentheses.Outermost(text))
        {
            hasWords |= !HasNoWords(text.AsSpan(seen, open - seen));
            seen = close + 1;
            var before = text.AsSpan(from, open - from).Trim();
            var isLast = text.AsSpan(seen).TrimStart(" :").IsEmpty;
            if (!isLast && hasWords && !Sentences.EndsUtterance(before))
            {
                continue;
            }

            var meaning = rule.Classify(PlainText.Clean(text.AsSpan(open + 1, close - open - 1)));
            if (meaning.Kind == ParentheticalKind.Delivery || (meaning.Kind == ParentheticalKind.Speaker && isLast && hasWords))
            {
                continue;
            }

            Speak(cut, speaker, prefix + before.ToString());
            prefix = meaning is { Kind: ParentheticalKind.Speaker, Cue: { } cue } ? $"({cue}) " : "";
            speaker = meaning.Name;
            hasWords = false;
            from = seen;
            if (meaning.Kind == ParentheticalKind.Sound && meaning.Cue is { Length: > 0 } sound)
            {
                cut.Add(new SpeechPiece(null, sound, true));
            }
        }

        Speak(cut, speaker, prefix + text.AsSpan(from).TrimStart(": ").ToString());
        return cut;
    }

    /// <summary>Whether nothing but cues and punctuation is there.</summary>
    /// <param name="text">Text with cues in parentheses.</param>
    /// <returns>True if no letter or digit stands outside parentheses that have a partner.</returns>
    public static bool HasNoWords(ReadOnlySpan<char> text)
    {
        var from = 0;
        foreach (var (open, close) in Parentheses.Outermost(text))
        {
            if (HasLetters(text[from..open]))
            {
                return false;
            }

            from = close + 1;
        }

        return !HasLetters(text[from..]);
    }

    private static bool HasLetters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    private static void Speak(List<SpeechPiece> pieces, string? speaker, string text)
    {
        var speech = PlainText.Clean(text.AsSpan().TrimStart(": "));
        if (!HasNoWords(speech) || speaker is not null)
        {
            pieces.Add(new SpeechPiece(speaker, speech, false));
            return;
        }

        foreach (var (open, close) in Parentheses.Outermost(speech))
        {
            var words = PlainText.Clean(speech.AsSpan(open + 1, close - open - 1));
            if (words.Length > 0)
            {
                pieces.Add(new SpeechPiece(null, words, true));
            }
        }
    }
}
