using Telenovela.Bot.Contributions.Checks.Duplicates;
using Telenovela.Bot.Contributions.Checks.Reading;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Contributions.Checks;

/// <summary>Holds what people typed to the rules, before anything enters the queue.</summary>
/// <param name="rules">The rules.</param>
public sealed class ContributionChecks(IEnumerable<IContributionRule> rules)
{
    private readonly IReadOnlyList<IContributionRule> _rules = [.. rules];

    /// <summary>Reads a text and checks its lines.</summary>
    /// <param name="draft">What was typed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<CheckedContribution> CheckAsync(ContributionDraft draft, CancellationToken cancellationToken) =>
        CheckAsync(draft, DraftReader.Read(draft.Text, draft.Character), cancellationToken);

    /// <summary>Checks lines that were read already.</summary>
    /// <param name="draft">Where they belong; its text isn't read.</param>
    /// <param name="lines">The lines in order.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<CheckedContribution> CheckAsync(ContributionDraft draft, IReadOnlyList<DraftLine> lines, CancellationToken cancellationToken)
    {
        var findings = new List<RuleFinding>();
        foreach (var rule in _rules)
        {
            findings.AddRange(await rule.CheckAsync(draft, lines, cancellationToken).ConfigureAwait(false));
        }

        var problems = Issues(findings, refusing: true);
        var hints = Issues(findings, refusing: false);
        var bad = problems.Select(problem => problem.Line).ToHashSet();
        var stopped = draft.IsScript ? bad.Contains(0) : problems.Count > 0;
        return new CheckedContribution(stopped ? [] : [.. lines.Where(line => !bad.Contains(line.Number)).Select(line => Ready(draft, line, hints))], problems, hints);
    }

    private static List<ContributionIssue> Issues(List<RuleFinding> findings, bool refusing) =>
        [.. findings.Where(finding => finding.Refuses == refusing).Select(finding => finding.Issue).OrderBy(issue => issue.Line)];

    private static NewLine Ready(ContributionDraft draft, DraftLine line, IReadOnlyList<ContributionIssue> hints)
    {
        var title = PlainText.Clean(draft.Telenovela);
        return new NewLine(
            FolderName.Of(title),
            title,
            draft.Language,
            line.Character,
            line.Text,
            draft.Arc is null || PlainText.Clean(draft.Arc) is not { Length: > 0 } arc ? null : arc,
            Fingerprinter.Of(line.Text),
            [.. hints.Where(hint => hint.Line == line.Number || hint.Line == 0).Select(hint => hint.ToHint())]);
    }
}
