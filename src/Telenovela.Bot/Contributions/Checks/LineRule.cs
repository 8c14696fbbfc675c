namespace Telenovela.Bot.Contributions.Checks;

/// <summary>A rule that judges each line by itself and asks nobody.</summary>
public abstract class LineRule : IContributionRule
{
    /// <inheritdoc/>
    public virtual bool JudgesAnyLength => false;

    /// <summary>Whether the names of telenovela and arc are judged too, as line 0.</summary>
    protected virtual bool ChecksNames => false;

    /// <inheritdoc/>
    public Task<IReadOnlyList<RuleFinding>> CheckAsync(ContributionDraft draft, IReadOnlyList<DraftLine> lines, CancellationToken cancellationToken)
    {
        var findings = new List<RuleFinding>();
        var names = ChecksNames ? new[] { draft.Telenovela, draft.Arc }.OfType<string>().Select(name => new DraftLine(0, null, name)) : [];
        foreach (var line in names.Concat(lines))
        {
            cancellationToken.ThrowIfCancellationRequested();
            findings.AddRange(Check(draft, line));
        }

        return Task.FromResult<IReadOnlyList<RuleFinding>>(findings);
    }

    /// <summary>Judges a line.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="line">One of its lines.</param>
    /// <returns>What was found, possibly nothing.</returns>
    protected abstract IEnumerable<RuleFinding> Check(ContributionDraft draft, DraftLine line);
}
