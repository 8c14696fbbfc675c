using Telenovela.Corpus.Checks;
using Telenovela.Engine.Sampling;

namespace Telenovela.Story.Writing;

/// <summary>What a candidate line is worth.</summary>
/// <param name="Candidate">The line with its tokens, as it was sampled.</param>
/// <param name="Score">Higher is better; compared among candidates for the same place only.</param>
/// <param name="Fault">Why it can't be used; null where it can.</param>
public sealed record RatedLine(Candidate Candidate, double Score, string? Fault);

/// <summary>
/// Ranks candidate lines. Which features tell good lines from bad ones was fitted to 1,602 rated lines; their weights were then turned
/// from the correct towards the lively by blind pairs (../bench/reading). What the context makes likelier (the mutual information of Li
/// et al. 2016) told nothing there: these models hardly listen. Lines with faults come last.
/// </summary>
/// <param name="language">ISO 639-1; Spanish opens its questions and exclamations.</param>
/// <param name="corpus">The lines that were learned; null where they aren't known.</param>
/// <param name="topic">Words that the text is about, in lower case.</param>
/// <param name="strangers">Names of people who are in other telenovelas only, <c>Refugio</c>.</param>
public sealed class LineChoice(string language, CorpusLines? corpus, IReadOnlySet<string> topic, IReadOnlySet<string> strangers)
{
    /// <summary>Longest span that a line may share with what was learned; by chance alone there are spans of about 30.</summary>
    public const int MostCopied = 40;

    /// <summary>Characters of a line that has said something; longer ones are no better.</summary>
    private const double TellingLength = 40;

    /// <summary>Characters of a spoken line that says something.</summary>
    private const int Shortest = 14;

    /// <summary>
    /// What each of <see cref="Features"/> counts. In Spanish, where the model likes to ask "¿Y qué…?", commonplaces and questions count
    /// for less; in English long lines ramble.
    /// </summary>
    private readonly double[] _weights = language == "es"
        ? [0.2, -0.1, 0.2, 0.3, 0.1, -0.5, -0.25]
        : [0.25, -0.1, 0.2, 0.3, -0.3, -0.2, -0.15];

    /// <summary>Rates candidates, the best first.</summary>
    /// <param name="candidates">Lines for the same place.</param>
    /// <param name="before">The lines so far.</param>
    /// <param name="isBegun">Whether somebody else began the line, so that its length and beginning say nothing.</param>
    /// <param name="longest">Characters that there is room for.</param>
    public IReadOnlyList<RatedLine> Rate(
        IReadOnlyList<Candidate> candidates, IReadOnlyList<string> before, bool isBegun, int longest = int.MaxValue) =>
    [
        .. candidates
            .Select(candidate => new RatedLine(
                candidate,
                Features(candidate, before).Zip(_weights, (feature, weight) => feature * weight).Sum(),
                Fault(candidate.Text, before, isBegun, longest)))
            .OrderBy(line => line.Fault is not null)
            .ThenBy(line => line.Fault is "copied" or "stranger" || line.Candidate.Text.Length == 0)
            .ThenByDescending(line => line.Score),
    ];

    /// <summary>
    /// What tells good lines from bad ones: the mean log-probability of a token, phrases that nobody says, the mean rarity of a word
    /// (specificity, See et al. 2019), whether the topic is touched, the length up to <see cref="TellingLength"/>, the share of
    /// commonplaces, whether it is a question (2 where it answers one).
    /// </summary>
    /// <param name="candidate">The line.</param>
    /// <param name="before">The lines so far.</param>
    public IReadOnlyList<double> Features(Candidate candidate, IReadOnlyList<string> before)
    {
        // Who speaks is the context's own choice; what they say is judged.
        var spoken = SpokenPart(candidate.Text);
        var words = Words.Of(spoken);
        return
        [
            candidate.LogProbabilities.Skip(1).DefaultIfEmpty().Average(),
            corpus?.CountUnheard(spoken) ?? 0,
            corpus is null ? 0 : words.Select(corpus.Rarity).DefaultIfEmpty().Average(),
            words.Exists(topic.Contains) ? 1 : 0,
            Math.Min(1, spoken.Length / TellingLength),
            corpus?.ShareOfStock(spoken) ?? 0,
            !spoken.EndsWith('?') ? 0 : before.Count > 0 && before[^1].EndsWith('?') ? 2 : 1,
        ];
    }

    /// <summary>The words of a line without its speaker and without what stands in parentheses.</summary>
    /// <param name="line">A line as the models write it.</param>
    public static string SpokenPart(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var words = colon > 0 && !line[..colon].Any(char.IsLower) ? line[(colon + 2)..] : line;
        while (words.IndexOf('(', StringComparison.Ordinal) is >= 0 and var open && words.IndexOf(')', open) is >= 0 and var close)
        {
            words = words.Remove(open, close - open + 1);
        }

        return words.Trim();
    }

    /// <summary>Whether a text ends with a sentence, or with one that is broken off.</summary>
    /// <param name="text">A line, or several.</param>
    public static bool IsEnded(string text) => TextEnd.IsSentenceEnd(text) || text.EndsWith('-');

    /// <summary>A word twice in a row with nothing between.</summary>
    private static bool Stutters(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Zip(parts.Skip(1)).Any(pair => char.IsLetter(pair.First[^1])
            && pair.First.Equals(pair.Second.TrimEnd('.', ',', '!', '?'), StringComparison.OrdinalIgnoreCase));
    }

    private string? Fault(string line, IReadOnlyList<string> before, bool isBegun, int longest)
    {
        var words = SpokenPart(line);
        return !IsEnded(line) ? "unended"
            : line.Length > longest ? "long"
            : !isBegun && words.Length < Shortest && !line.StartsWith('(') ? "short"
            : !isBegun && !IsBalanced(line) ? "unbalanced"
            : Stutters(words) ? "stutter"
            : before.Any(said => words.Length > 0
                ? SpokenPart(said).Equals(words, StringComparison.OrdinalIgnoreCase)
                : said.Equals(line, StringComparison.OrdinalIgnoreCase)) ? "said already"
            : NamesStranger(line) ? "stranger"
            : corpus?.Copies.Find(words).Length > MostCopied ? "copied"
            : null;
    }

    private bool NamesStranger(string line)
    {
        var words = strangers.Count == 0
            ? []
            : line.Split([' ', ',', '.', '!', '?', '¡', '¿', '(', ')', '"', ':', ';', '\''], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(strangers.Contains);
    }

    private bool IsBalanced(string line)
    {
        return Count('(') == Count(')') && Count('"') % 2 == 0
            && (language != "es" || (Count('¿') == Count('?') && Count('¡') == Count('!')));

        int Count(char wanted) => line.Count(character => character == wanted);
    }
}
