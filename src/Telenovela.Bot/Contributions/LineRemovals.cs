namespace Telenovela.Bot.Contributions;

/// <summary>How far lines have been taken away from what may be learned: while it is equal, none was.</summary>
/// <param name="Deleted">Lines deleted.</param>
/// <param name="Withdrawn">People whose consent is withdrawn.</param>
/// <param name="LastWithdrawn">When the last of them did; null for none.</param>
/// <param name="LastUndone">The last decision that was undone; 0 for none.</param>
public sealed record LineRemovals(long Deleted, long Withdrawn, DateTimeOffset? LastWithdrawn, long LastUndone);
