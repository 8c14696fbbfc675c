using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions.Checks.Duplicates;

/// <summary>
/// Whether somebody gave a line already, or nearly. What is like a rejected line is only a hint, so that people can put a rejected line
/// right. Interjections of one or two words may come as often as people say them.
/// </summary>
/// <param name="contributions">What was given.</param>
public sealed class DuplicateRule(ContributionStore contributions) : IContributionRule
{
    /// <summary>Fewer words than this are the same without being copies: <c>No!</c>, <c>Mi amor.</c></summary>
    public const int FewestWords = 3;

    /// <inheritdoc/>
    /// <exception cref="Storage.Health.StoreUnavailableException">Nothing can be looked up now.</exception>
    public async Task<IReadOnlyList<RuleFinding>> CheckAsync(ContributionDraft draft, IReadOnlyList<DraftLine> lines, CancellationToken cancellationToken)
    {
        var findings = new List<RuleFinding>();
        foreach (var line in lines.Where(line => Likeness.WordsOf(line.Text) >= FewestWords))
        {
            var similar = await contributions.FindSimilarAsync(Fingerprinter.Of(line.Text), cancellationToken).ConfigureAwait(false);
            if (Worst(line, similar) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return findings;
    }

    private static RuleFinding? Worst(DraftLine line, IReadOnlyList<SimilarLine> similar)
    {
        if (similar.Any(other => other.IsExact))
        {
            return RuleFinding.Refuse(IssueCode.Duplicate, line.Number);
        }

        if (Likeness.WordsOf(line.Text) < Likeness.FewestWords)
        {
            return null;
        }

        var near = similar
            .Select(other => (Line: other, Likeness: Likeness.Of(line.Text, other.Text), Refuses: other.Status != ContributionStatus.Rejected))
            .Where(other => other.Likeness >= Likeness.Related)
            .Select(other => other with { Refuses = other.Refuses && other.Likeness >= Likeness.Near })
            .OrderByDescending(other => other.Refuses).ThenByDescending(other => other.Likeness)
            .FirstOrDefault();
        return near.Line is null ? null
            : near.Refuses ? RuleFinding.Refuse(IssueCode.NearDuplicate, line.Number, near.Line.Id)
            : RuleFinding.Hint(IssueCode.LikeContribution, line.Number, near.Line.Id);
    }
}
