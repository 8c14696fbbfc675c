using Telenovela.Engine.Sampling;

namespace Telenovela.Story.Writing;

/// <summary>What a candidate line is worth.</summary>
/// <param name="Candidate">The line with its tokens, as it was sampled.</param>
/// <param name="Score">Higher is better; compared among candidates for the same place only.</param>
/// <param name="Fault">Why it can't be used; null where it can.</param>
public sealed record RatedLine(Candidate Candidate, double Score, string? Fault);

/// <summary>
/// Ranks candidate lines. A line is good where the context makes it likelier, log p(line | context) − log p(line | header): the mutual
/// information criterion of Li et al. 2016 ("A Diversity-Promoting Objective Function for Neural Conversation Models"); where it is neither
/// the likeliest, which says nothing, nor the least likely, which is broken; and where it is long enough to say something. Lines with
/// faults come last.
/// </summary>
/// <param name="language">ISO 639-1; Spanish opens its questions and exclamations.</param>
/// <param name="longestCopy">Tells how many characters a text shares with what was learned; null where that isn't known.</param>
/// <param name="strangers">Names of people who are in other telenovelas only, <c>Refugio</c>.</param>
public sealed class LineChoice(string language, Func<string, int>? longestCopy, IReadOnlySet<string> strangers)
{
    /// <summary>Longest span that a line may share with what was learned; by chance alone there are spans of about 30.</summary>
    public const int MostCopied = 40;

    /// <summary>What a nat a token counts that the context makes a line likelier by.</summary>
    private const double InformationWeight = 3;

    /// <summary>
    /// Nats a token of a line that is neither a commonplace ("What do you want?" has −1.4) nor broken (below −2.8): read off 120
    /// candidates of the English model (../bench/reading).
    /// </summary>
    private const double UsualLikelihood = -2.1;

    private const double LengthWeight = 0.5;

    /// <summary>Characters of a line that has said something; longer ones are no better.</summary>
    private const double TellingLength = 50;

    /// <summary>A question wants an answer, and a small network likes to ask back.</summary>
    private const double QuestionPenalty = 0.6;

    /// <summary>People come for what is said.</summary>
    private const double AsidePenalty = 0.5;

    /// <summary>Characters of a spoken line that says something.</summary>
    private const int Shortest = 14;

    /// <summary>Rates candidates, the best first.</summary>
    /// <param name="candidates">Lines for the same place.</param>
    /// <param name="alone">The log-probabilities of their tokens behind the header alone.</param>
    /// <param name="before">The lines so far.</param>
    /// <param name="isBegun">Whether somebody else began the line, so that its length and beginning say nothing.</param>
    /// <param name="longest">Characters that there is room for.</param>
    public IReadOnlyList<RatedLine> Rate(
        IReadOnlyList<Candidate> candidates, IReadOnlyList<IReadOnlyList<double>> alone, IReadOnlyList<string> before,
        bool isBegun, int longest = int.MaxValue) =>
    [
        .. candidates
            .Select((candidate, at) => new RatedLine(
                candidate,
                Score(candidate, alone[at], before.Count > 0 ? before[^1] : ""),
                Fault(candidate.Text, before, isBegun, longest)))
            .OrderBy(line => line.Fault is not null)
            .ThenBy(line => line.Fault is "copied" or "stranger" || line.Candidate.Text.Length == 0)
            .ThenByDescending(line => line.Score),
    ];

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

    private static double Score(Candidate candidate, IReadOnlyList<double> alone, string last)
    {
        // Who speaks is the context's own choice; what they say is judged.
        var tokens = Math.Max(1, candidate.Tokens.Count - 1);
        var likelihood = candidate.LogProbabilities.Skip(1).Sum() / tokens;
        var information = likelihood - (alone.Skip(1).Sum() / tokens);
        var length = Math.Min(1, SpokenPart(candidate.Text).Length / TellingLength);
        return (InformationWeight * information) - Math.Abs(likelihood - UsualLikelihood) + (LengthWeight * length)
            - (candidate.Text.StartsWith('(') ? AsidePenalty : 0)
            - (last.EndsWith('?') && candidate.Text.EndsWith('?') ? QuestionPenalty : 0);
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
            : longestCopy is not null && longestCopy(words) > MostCopied ? "copied"
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
