using Telenovela.Bot.Contributions.Checks.Comparison;
using Telenovela.Bot.Contributions.Checks.Duplicates;
using Telenovela.Bot.Contributions.Checks.Flooding;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Contributions.Checks;

/// <summary>Holds what people typed to the rules, before anything enters the queue.</summary>
/// <param name="rules">The rules.</param>
/// <param name="pace">Asked about what is otherwise good.</param>
/// <param name="source">Knows the corpus's telenovelas.</param>
public sealed class ContributionChecks(IEnumerable<IContributionRule> rules, TypingPace pace, ComparisonCorpusSource source)
{
    /// <summary>Then nothing else is looked at, however many there are.</summary>
    private static readonly string TooMany = ContributionIssue.Of(IssueCode.TooManyLines, 0).Code;

    /// <summary>Characters of a modal's text input.</summary>
    private const int MostJudged = 4_000;

    private readonly IReadOnlyList<IContributionRule> _rules = [.. rules];

    /// <summary>Begins to load what lines are compared with, so that the first one doesn't wait for it.</summary>
    public void WarmUp() => _ = source.LoadAsync();

    /// <summary>Checks lines.</summary>
    /// <param name="draft">Where they belong.</param>
    /// <param name="lines">The lines in order, numbered from 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Lines, problems and hints, the latter in the lines' order.</returns>
    /// <exception cref="Storage.Health.StoreUnavailableException">Contributions can't be looked up now.</exception>
    public async Task<CheckedContribution> CheckAsync(ContributionDraft draft, IReadOnlyList<DraftLine> lines, CancellationToken cancellationToken)
    {
        var findings = new List<RuleFinding>();
        var judged = lines.Where(line => line.Typed.Length <= MostJudged).ToList();
        foreach (var rule in _rules)
        {
            findings.AddRange(await rule.CheckAsync(draft, rule.JudgesAnyLength ? lines : judged, cancellationToken).ConfigureAwait(false));
            if (findings.Exists(finding => finding.Issue.Code == TooMany))
            {
                break;
            }
        }

        // Whoever has to change something anyway is not made to wait for it.
        if (!draft.IsScript && !findings.Exists(finding => finding.Refuses) &&
            pace.Take(draft.UserId, string.Join('\n', lines.Select(line => $"{line.Character}: {line.Text}"))) is { } later)
        {
            findings.Add(RuleFinding.Refuse(IssueCode.TooFast, 0, later.ToUnixTimeSeconds()));
        }

        var problems = Issues(findings, refusing: true);
        var hints = Issues(findings, refusing: false);
        var bad = problems.Select(problem => problem.Line).ToHashSet();
        if (draft.IsScript ? bad.Contains(0) : problems.Count > 0)
        {
            return new CheckedContribution([], problems, hints);
        }

        var titles = (await source.GetAsync(cancellationToken).ConfigureAwait(false)).Titles;
        return new CheckedContribution([.. lines.Where(line => !bad.Contains(line.Number)).Select(line => Ready(draft, line, titles, hints))], problems, hints);
    }

    private static List<ContributionIssue> Issues(List<RuleFinding> findings, bool refusing) =>
        [.. findings.Where(finding => finding.Refuses == refusing).Select(finding => finding.Issue).OrderBy(issue => issue.Line)];

    private static NewLine Ready(ContributionDraft draft, DraftLine line, IReadOnlyDictionary<string, string> titles, IReadOnlyList<ContributionIssue> hints)
    {
        var typed = PlainText.Clean(draft.Telenovela);
        var id = titles.FirstOrDefault(entry => entry.Value.Equals(typed, StringComparison.OrdinalIgnoreCase)).Key ?? FolderName.Of(typed);
        return new NewLine(
            id,
            titles.GetValueOrDefault(id, typed),
            FolderName.Code(draft.Language),
            line.Character,
            line.Text,
            draft.Arc is null || PlainText.Clean(draft.Arc) is not { Length: > 0 } arc ? null : arc,
            Fingerprinter.Of(line.Text),
            [.. hints.Where(hint => hint.Line == line.Number || hint.Line == 0).Select(hint => hint.ToHint())]);
    }
}
