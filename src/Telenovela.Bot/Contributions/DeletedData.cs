namespace Telenovela.Bot.Contributions;

/// <summary>What was deleted of a person.</summary>
/// <param name="Lines">Lines.</param>
/// <param name="Votes">Votes.</param>
/// <param name="Reports">Reports, of which the moderators keep the text that was reported and not by whom.</param>
public sealed record DeletedData(int Lines, int Votes, int Reports);
