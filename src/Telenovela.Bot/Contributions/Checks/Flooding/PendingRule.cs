using Microsoft.Extensions.Options;

namespace Telenovela.Bot.Contributions.Checks.Flooding;

/// <summary>
/// Whether too many lines of a person wait for review, so that they are told before they go on. What counts in the end is
/// <see cref="Submission.MostPending"/>, which the store looks at in the same breath as it writes. Scripts are not held to it.
/// </summary>
/// <param name="contributions">What waits.</param>
/// <param name="options">How many may.</param>
public sealed class PendingRule(ContributionStore contributions, IOptions<ContributionCheckOptions> options) : IContributionRule
{
    /// <inheritdoc/>
    /// <exception cref="Storage.Health.StoreUnavailableException">Nothing can be looked up now.</exception>
    public async Task<IReadOnlyList<RuleFinding>> CheckAsync(ContributionDraft draft, IReadOnlyList<DraftLine> lines, CancellationToken cancellationToken)
    {
        if (draft.IsScript)
        {
            return [];
        }

        var pending = await contributions.PendingOfAsync(draft.UserId, cancellationToken).ConfigureAwait(false);
        return pending + lines.Count > options.Value.MostPending
            ? [RuleFinding.Refuse(IssueCode.TooManyPending, 0, pending, lines.Count, options.Value.MostPending)]
            : [];
    }
}
