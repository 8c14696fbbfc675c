using Telenovela.Bot.Contributions.Checks.Duplicates;

namespace Telenovela.Bot.Contributions.Checks.Comparison;

/// <summary>Whether the corpus has a line already, or nearly, or a long run of its words.</summary>
/// <param name="source">The corpus.</param>
public sealed class CorpusRule(ComparisonCorpusSource source) : IContributionRule
{
    /// <summary>A shared run that makes up this much of a line is the line.</summary>
    private const double MostOfLine = 0.6;

    /// <summary>Characters of a run that nobody writes twice by chance, however long the line is.</summary>
    private const int LongRun = 90;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleFinding>> CheckAsync(ContributionDraft draft, IReadOnlyList<DraftLine> lines, CancellationToken cancellationToken)
    {
        var corpus = await source.GetAsync(cancellationToken).ConfigureAwait(false);
        var findings = new List<RuleFinding>();
        foreach (var line in lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((Alike(corpus, line) ?? Overlapping(corpus, line)) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return findings;
    }

    private static RuleFinding? Alike(ComparisonCorpus corpus, DraftLine line)
    {
        var words = Likeness.WordsOf(line.Text);
        if (words < DuplicateRule.FewestWords || corpus.Alike.Nearest(line.Text, Fingerprinter.Of(line.Text)) is not var (nearest, likeness))
        {
            return null;
        }

        return likeness switch
        {
            1 => RuleFinding.Refuse(IssueCode.InCorpus, line.Number, nearest.Telenovela),
            _ when words < Likeness.FewestWords => null,
            >= Likeness.Near => RuleFinding.Refuse(IssueCode.NearlyInCorpus, line.Number, nearest.Telenovela, nearest.Text),
            _ => RuleFinding.Hint(IssueCode.LikeCorpus, line.Number, nearest.Telenovela),
        };
    }

    private static RuleFinding? Overlapping(ComparisonCorpus corpus, DraftLine line)
    {
        if (corpus.Overlaps.Longest(line.Text) is not var (excerpt, length, telenovela))
        {
            return null;
        }

        var isMost = length >= LongRun || length >= MostOfLine * NormalForm.Of(line.Text).Length;
        return isMost
            ? RuleFinding.Refuse(IssueCode.CorpusOverlap, line.Number, excerpt, telenovela)
            : RuleFinding.Hint(IssueCode.SharedWords, line.Number, excerpt, telenovela);
    }
}
