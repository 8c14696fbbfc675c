namespace Telenovela.Bot.Contributions.Checks;

/// <summary>What the checks made of a draft.</summary>
/// <param name="Lines">Lines ready for <see cref="ContributionStore.SubmitAsync"/>, their hints included; none where there are problems, except of a script.</param>
/// <param name="Problems">What the person has to change first.</param>
/// <param name="Hints">What moderators should look at.</param>
public sealed record CheckedContribution(IReadOnlyList<NewLine> Lines, IReadOnlyList<ContributionIssue> Problems, IReadOnlyList<ContributionIssue> Hints);
