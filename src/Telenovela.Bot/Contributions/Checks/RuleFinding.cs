namespace Telenovela.Bot.Contributions.Checks;

/// <summary>What a rule says of a draft.</summary>
/// <param name="Issue">What it found.</param>
/// <param name="Refuses">Whether it has to be changed; otherwise it is a hint for moderators.</param>
public sealed record RuleFinding(ContributionIssue Issue, bool Refuses)
{
    /// <summary>A finding that has to be changed.</summary>
    /// <param name="code">What was found.</param>
    /// <param name="line">Which line, from 1; 0 for the whole.</param>
    /// <param name="arguments">See <see cref="IssueCode"/>.</param>
    public static RuleFinding Refuse(IssueCode code, int line, params IReadOnlyList<object> arguments) => new(ContributionIssue.Of(code, line, arguments), true);

    /// <summary>A finding for moderators.</summary>
    /// <param name="code">What was found.</param>
    /// <param name="line">Which line, from 1; 0 for the whole.</param>
    /// <param name="arguments">See <see cref="IssueCode"/>.</param>
    public static RuleFinding Hint(IssueCode code, int line, params IReadOnlyList<object> arguments) => new(ContributionIssue.Of(code, line, arguments), false);
}
