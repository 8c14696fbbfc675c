using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Speech;

/// <summary>Finds words before colons that may be speakers' names. Whether they are is for <see cref="SpeakerRule"/> to say.</summary>
internal static class SpeakerTags
{
    private const int Longest = 48;
    private const int MostTags = 50_000;
    private const string NameCharacters = " .'\u2019#&-";

    /// <summary>Finds candidates.</summary>
    /// <param name="text">One line of clean text.</param>
    /// <returns>Candidates in order: at the line's start or after a sentence, one to five words, none of them a bare number.</returns>
    public static List<SpeakerTag> Find(string text)
    {
        var tags = new List<SpeakerTag>();
        var from = 0;
        for (var colon = text.IndexOf(':', StringComparison.Ordinal); colon >= 0 && tags.Count < MostTags; colon = text.IndexOf(':', colon + 1))
        {
            if ((colon + 1 < text.Length && text[colon + 1] is not (' ' or '"' or '(' or '\u00bf' or '\u00a1' or '\'')) || colon == 0)
            {
                continue;
            }

            var nameEnd = colon;
            string? cue = null;
            if (text[colon - 1] == ')' && text.LastIndexOf('(', colon - 1, Math.Min(colon, 80)) is var open and > 0 && open >= from)
            {
                cue = PlainText.Clean(text.AsSpan(open + 1, colon - open - 2));
                nameEnd = open;
            }

            while (nameEnd > from && text[nameEnd - 1] == ' ')
            {
                nameEnd--;
            }

            // "Whew. (exhales): Ah": the cue belongs to what follows, not to what stands before it.
            var endsSentence = cue is not null && Sentences.EndsSentence(text.AsSpan(from, nameEnd - from));
            if (!endsSentence && NameStart(text, from, nameEnd) is { } start)
            {
                var name = text[start..nameEnd];
                if (name.Length > 0 && char.IsLetter(name[0]) && name.Count(c => c == ' ') < 5)
                {
                    tags.Add(new SpeakerTag(
                        start, colon + 1, name, string.IsNullOrEmpty(cue) || Continuation.Is(cue) ? null : cue, start == 0));
                    from = colon + 1;
                }
            }
        }

        return tags;
    }

    private static int? NameStart(string text, int from, int end)
    {
        var at = end;
        while (at > from && end - at <= Longest)
        {
            var c = text[at - 1];
            if (c == ' ' && at < end && IsBoundary(text.AsSpan(Math.Max(from, at - 60), at - 1 - Math.Max(from, at - 60))))
            {
                return at;
            }

            if (!char.IsLetterOrDigit(c) && !NameCharacters.Contains(c, StringComparison.Ordinal))
            {
                return null;
            }

            at--;
        }

        return at == from && end - at <= Longest && at < end ? at + (text[at] == ' ' ? 1 : 0) : null;
    }

    private static bool IsBoundary(ReadOnlySpan<char> before) =>
        before.IsEmpty || before[^1] is ')' or ']' or '\u266a' or '\u266b' or '*' or '_' or '-' or '>' || Sentences.EndsSentence(before);
}
