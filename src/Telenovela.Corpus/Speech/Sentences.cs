using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Speech;

/// <summary>Finds where sentences end.</summary>
public static class Sentences
{
    private const string Closers = "\"'\u201d\u2019]* \u00bb";

    /// <summary>Cuts text into sentences. Text in parentheses is never cut.</summary>
    /// <param name="text">Clean text on one line.</param>
    /// <returns>The sentences in order, with their cues; joined by spaces they give the text back.</returns>
    public static IReadOnlyList<string> Split(string text)
    {
        var sentences = new List<string>();
        var pairs = Parentheses.Outermost(text);
        var pair = 0;
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (pair < pairs.Count && i == pairs[pair].Open)
            {
                i = pairs[pair++].Close;
                continue;
            }

            if (text[i] == ' ' && i > from && EndsSentence(text.AsSpan(from, i - from)) && StartsSentence(text.AsSpan(i + 1)))
            {
                sentences.Add(text[from..i]);
                from = i + 1;
            }
        }

        if (from < text.Length)
        {
            sentences.Add(text[from..]);
        }

        return sentences;
    }

    /// <summary>Whether text ends where a sentence may end.</summary>
    /// <param name="text">Text without space at its end; cues at its end are looked past.</param>
    /// <returns>True after <c>. ! ? ...</c> and closing quotes after those, but not after <c>Dr.</c> or an initial.</returns>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        // A sentence's end is seen from its last words; looking no further keeps long texts cheap.
        text = text[^Math.Min(text.Length, 200)..].TrimEnd(Closers);
        while (text.EndsWith(")") && Parentheses.Outermost(text) is [.., var (open, close)] && close == text.Length - 1)
        {
            text = text[..open].TrimEnd(Closers);
        }

        if (text.IsEmpty || text[^1] is not ('.' or '!' or '?' or '\u2026'))
        {
            return false;
        }

        return text[^1] != '.' || text.EndsWith("..") || !IsAbbreviation(text[..^1]);
    }

    /// <summary>Whether text ends in a break after which the same speaker need not go on: a sentence's end, or an interruption.</summary>
    /// <param name="text">Text without space at its end.</param>
    /// <returns>True also after <c>--</c>.</returns>
    public static bool EndsUtterance(ReadOnlySpan<char> text)
    {
        // At a break, letters with full stops (10 a.m.) end the sentence; only a title (Dr.) is followed by more.
        var bare = text[^Math.Min(text.Length, 200)..].TrimEnd(Closers);
        var word = bare.Length > 1 && bare[^1] == '.' ? bare[(bare.LastIndexOf(' ') + 1)..^1] : "";
        return EndsSentence(text) || (word.Contains('.') && word.Length < 8) || bare.EndsWith("--") || bare.EndsWith("\u2014") || bare.EndsWith("\u2013");
    }

    private static bool StartsSentence(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return !char.IsLower(c);
            }

            if (char.IsDigit(c) || c == '(')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> text)
    {
        var start = text.LastIndexOfAny(" (\"'-") + 1;
        var word = text[start..];

        // An initial (J. Lo), or letters with full stops (I.D., a.m.).
        if (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I')
        {
            return true;
        }

        return (word.Length > 1 && word.Contains('.') && word.Length < 8) ||
            (word.Length is > 1 and < 6 && Lexicon.Abbreviations.Contains(word.ToString().ToLowerInvariant()));
    }
}
