using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>The answer to a decision, or to taking one back.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="ContributionId">The line.</param>
/// <param name="Kind">The decision that counts; null where there is none.</param>
/// <param name="ModeratorId">Who took it.</param>
/// <param name="At">When.</param>
public sealed record DecisionResult(
    DecisionOutcome Outcome, long ContributionId, ModerationKind? Kind, ulong? ModeratorId, DateTimeOffset? At)
{
    /// <summary>How many lines were decided on at once.</summary>
    public int Lines { get; init; } = 1;
}
