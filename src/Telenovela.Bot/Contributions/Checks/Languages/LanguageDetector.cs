using System.Collections.Frozen;

namespace Telenovela.Bot.Contributions.Checks.Languages;

/// <summary>
/// Tells English from Spanish. Each word adds its log odds: as a word where it is known, otherwise by its character n-grams (naive
/// Bayes, add-one-half smoothing; after Cavnar and Trenkle, "N-gram-based text categorization", 1994, with probabilities for ranks).
/// No word adds more than <see cref="MostPerWord"/>, so that one foreign word never decides.
/// </summary>
public sealed class LanguageDetector
{
    /// <summary>The languages that can be told apart, ISO 639-1.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "es"];

    private const double MostPerWord = 3;
    private const double SpanishSigns = 2;
    private const double MostPerUnknownWord = 2;
    private const double FunctionWordCount = 40;
    private const double KnownWord = 3;
    private const int LongestGram = 4;
    private const int MostWords = 400;

    private readonly FrozenDictionary<string, double> _words;
    private readonly FrozenDictionary<string, double> _grams;

    private LanguageDetector(FrozenDictionary<string, double> words, FrozenDictionary<string, double> grams)
    {
        _words = words;
        _grams = grams;
    }

    /// <summary>Learns from texts, beside the function words that it knows from the start.</summary>
    /// <param name="texts">Texts by ISO 639-1 code; other languages than <see cref="Languages"/> are left out. May be empty.</param>
    /// <returns>A detector.</returns>
    public static LanguageDetector Learn(IEnumerable<(string Language, string Text)> texts)
    {
        var words = new Counts();
        var grams = new Counts();
        foreach (var (language, list) in FunctionWords.ByLanguage)
        {
            foreach (var word in list)
            {
                Count(words, grams, word, SideOf(language), FunctionWordCount);
            }
        }

        foreach (var (language, text) in texts)
        {
            var side = SideOf(language);
            foreach (var (word, _) in side < 0 ? [] : WordsOf(text))
            {
                Count(words, grams, word, side, 1);
            }
        }

        return new LanguageDetector(words.LogOdds(KnownWord), grams.LogOdds(2));
    }

    /// <summary>Judges a text.</summary>
    /// <param name="text">Any string.</param>
    /// <returns>The likelier language and how sure that is.</returns>
    public LanguageVerdict Judge(string text)
    {
        // English has no such signs, but quotes Spanish at times.
        var odds = text.AsSpan().ContainsAny('¿', '¡') ? -SpanishSigns : 0;
        var judged = 0;
        foreach (var (word, isName) in WordsOf(text).Take(MostWords))
        {
            if (isName || FunctionWords.Shared.Contains(word))
            {
                continue;
            }

            judged++;
            odds += _words.TryGetValue(word, out var known) ? Math.Clamp(known, -MostPerWord, MostPerWord) : ByGrams(word);
        }

        return odds == 0 ? new LanguageVerdict(null, 0, judged) : new LanguageVerdict(Languages[odds > 0 ? 0 : 1], Math.Abs(odds), judged);
    }

    /// <summary>The words in small letters, and whether each is written like a name: a capital, and no sentence begins there.</summary>
    private static IEnumerable<(string Word, bool IsName)> WordsOf(string text)
    {
        var sentence = true;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetter(text[at]))
            {
                sentence |= text[at] is '.' or '!' or '?' or '¿' or '¡' or ':' or '\n' or '(' or '"' or '“' or '…' or '—';
                continue;
            }

            var start = at;
            while (at < text.Length && (char.IsLetter(text[at]) || (text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
            {
                at++;
            }

            var word = text[start..at].Replace('’', '\'');
            var shouted = word.Length > 1 && !word.AsSpan(1).ContainsAnyInRange('a', 'z');
            yield return (word.ToLowerInvariant(), !sentence && char.IsUpper(word[0]) && !shouted && word.Length > 1);
            sentence = false;
            at--;
        }
    }

    private static IEnumerable<string> GramsOf(string word)
    {
        var bordered = $" {word} ";
        for (var length = 2; length <= LongestGram; length++)
        {
            for (var at = 0; at + length <= bordered.Length; at++)
            {
                yield return bordered.Substring(at, length);
            }
        }
    }

    private static void Count(Counts words, Counts grams, string word, int side, double weight)
    {
        words.Add(word, side, weight);
        foreach (var gram in GramsOf(word))
        {
            grams.Add(gram, side, weight);
        }
    }

    private static int SideOf(string language) => language.ToLowerInvariant() switch { "en" => 0, "es" => 1, _ => -1 };

    /// <summary>The grams of a word overlap, so they say the same several times: their mean counts, not their sum.</summary>
    private double ByGrams(string word)
    {
        var (sum, count) = (0.0, 0);
        foreach (var gram in GramsOf(word))
        {
            if (_grams.TryGetValue(gram, out var odds))
            {
                sum += odds;
                count++;
            }
        }

        return count == 0 ? 0 : Math.Clamp(2 * sum / count, -MostPerUnknownWord, MostPerUnknownWord);
    }

    private sealed class Counts
    {
        private readonly Dictionary<string, (double English, double Spanish)> _counts = new(StringComparer.Ordinal);
        private (double English, double Spanish) _totals;

        public void Add(string item, int side, double weight)
        {
            var (english, spanish) = _counts.GetValueOrDefault(item);
            _counts[item] = side == 0 ? (english + weight, spanish) : (english, spanish + weight);
            _totals = side == 0 ? (_totals.English + weight, _totals.Spanish) : (_totals.English, _totals.Spanish + weight);
        }

        public FrozenDictionary<string, double> LogOdds(double fewest) => _counts
            .Where(entry => entry.Value.English + entry.Value.Spanish >= fewest)
            .ToFrozenDictionary(
                entry => entry.Key,
                entry => Math.Log((entry.Value.English + 0.5) / (_totals.English + 1)) - Math.Log((entry.Value.Spanish + 0.5) / (_totals.Spanish + 1)),
                StringComparer.Ordinal);
    }
}
