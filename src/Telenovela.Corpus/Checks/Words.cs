namespace Telenovela.Corpus.Checks;

/// <summary>Words as the checks count them: runs of letters, digits and inner apostrophes, lower-cased.</summary>
public static class Words
{
    /// <summary>The words of a text, in order.</summary>
    /// <param name="text">Any text.</param>
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (start >= 0 && text[i] is '\'' or '\u2019' && i + 1 < text.Length && char.IsLetter(text[i + 1])));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }
        }

        return words;
    }

    /// <summary>Words without each occurrence of a phrase.</summary>
    /// <param name="words">The words.</param>
    /// <param name="phrase">The phrase's words; none changes nothing.</param>
    /// <returns>The words that are left.</returns>
    public static List<string> Without(List<string> words, List<string> phrase)
    {
        var left = new List<string>();
        for (var i = 0; i < words.Count;)
        {
            if (phrase.Count > 0 && words.Skip(i).Take(phrase.Count).SequenceEqual(phrase, StringComparer.Ordinal))
            {
                i += phrase.Count;
            }
            else
            {
                left.Add(words[i++]);
            }
        }

        return left;
    }

    /// <summary>The share of distinct 4-grams.</summary>
    /// <param name="episodes">The words of each episode; grams don't cross from one to the next.</param>
    /// <returns>0 to 1; 1 where there are none.</returns>
    public static double DistinctFourGrams(IEnumerable<List<string>> episodes)
    {
        var distinct = new HashSet<(string, string, string, string)>();
        long all = 0;
        foreach (var words in episodes)
        {
            for (var i = 3; i < words.Count; i++)
            {
                distinct.Add((words[i - 3], words[i - 2], words[i - 1], words[i]));
                all++;
            }
        }

        return all == 0 ? 1 : (double)distinct.Count / all;
    }
}
