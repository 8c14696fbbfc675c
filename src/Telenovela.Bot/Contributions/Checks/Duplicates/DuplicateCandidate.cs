namespace Telenovela.Bot.Contributions.Checks.Duplicates;

/// <summary>A text that shares a hash or a band with the one asked about, and must be compared with it.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Origin">Where it stands.</param>
public sealed record DuplicateCandidate(string Text, DuplicateOrigin Origin);
