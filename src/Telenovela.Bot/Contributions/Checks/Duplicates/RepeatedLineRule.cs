namespace Telenovela.Bot.Contributions.Checks.Duplicates;

/// <summary>Whether two lines of one draft are alike. Two people may say the same short thing; one person says it once.</summary>
public sealed class RepeatedLineRule : IContributionRule
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<RuleFinding>> CheckAsync(ContributionDraft draft, IReadOnlyList<DraftLine> lines, CancellationToken cancellationToken)
    {
        var findings = new List<RuleFinding>();
        var seen = new Dictionary<string, DraftLine>(StringComparer.Ordinal);
        var earlier = new List<(DraftLine Line, HashSet<ulong> Shingles)>();
        foreach (var line in lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var normal = Fingerprinter.Normal(line.Text);
            if (normal.Length == 0)
            {
                continue;
            }

            var words = Likeness.WordsOf(line.Text);
            var shingles = MinHash.Shingles(normal);
            if (seen.TryGetValue(normal, out var same))
            {
                // In a script a person may say “No” twice.
                if (words >= DuplicateRule.FewestWords || (!draft.IsScript && string.Equals(same.Character, line.Character, StringComparison.OrdinalIgnoreCase)))
                {
                    findings.Add(RuleFinding.Refuse(IssueCode.Repeated, line.Number, same.Number));
                }
            }
            else if (!draft.IsScript && words >= Likeness.FewestWords && earlier.Find(other => MinHash.Similarity(other.Shingles, shingles) >= Likeness.Near) is { Line: { } near })
            {
                findings.Add(RuleFinding.Refuse(IssueCode.Repeated, line.Number, near.Number));
            }

            seen.TryAdd(normal, line);
            earlier.Add((line, shingles));
        }

        return Task.FromResult<IReadOnlyList<RuleFinding>>(findings);
    }
}
