namespace Telenovela.Bot.Contributions.Checks;

/// <summary>One rule that lines are held to. Total: any text gives a result.</summary>
public interface IContributionRule
{
    /// <summary>Whether it also judges lines far beyond what a line may have. Those are refused anyway, and would cost other rules much time.</summary>
    bool JudgesAnyLength => false;

    /// <summary>Looks through a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="lines">Its lines in order; none that is empty.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was found, possibly nothing.</returns>
    Task<IReadOnlyList<RuleFinding>> CheckAsync(ContributionDraft draft, IReadOnlyList<DraftLine> lines, CancellationToken cancellationToken);
}
