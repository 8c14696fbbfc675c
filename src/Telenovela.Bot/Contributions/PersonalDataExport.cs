namespace Telenovela.Bot.Contributions;

/// <summary>All that is kept about a person; serialises to JSON as it is.</summary>
/// <param name="UserId">The person at Discord.</param>
/// <param name="Consent">What the person agreed to.</param>
/// <param name="ToldAt">Up to when the person was told what became of lines; null if never.</param>
/// <param name="LearnedUntold">Lines that were learned and not yet told of.</param>
/// <param name="Lines">What the person gave, oldest first.</param>
/// <param name="Votes">What the person voted on.</param>
/// <param name="Reports">What the person reported.</param>
/// <param name="Decisions">What the person decided as a moderator.</param>
public sealed record PersonalDataExport(
    ulong UserId,
    ConsentStatus Consent,
    DateTimeOffset? ToldAt,
    int LearnedUntold,
    IReadOnlyList<OwnLine> Lines,
    IReadOnlyList<OwnVote> Votes,
    IReadOnlyList<OwnReport> Reports,
    IReadOnlyList<OwnDecision> Decisions);
