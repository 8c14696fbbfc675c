namespace Telenovela.Bot.Contributions;

/// <summary>The answer to a submission.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Ids">The lines' ids in their order; none where nothing was kept.</param>
/// <param name="Pending">Lines of the person that wait for review now.</param>
public sealed record SubmissionResult(SubmissionOutcome Outcome, IReadOnlyList<long> Ids, int Pending);
