namespace Telenovela.Bot.Contributions;

/// <summary>Somebody who gave lines in a server.</summary>
/// <param name="GuildId">The server; 0 outside of servers.</param>
/// <param name="CreditName">The name under which the person wants to be credited; null where there is none, or the consent was withdrawn.</param>
/// <param name="Lines">How many lines.</param>
public sealed record LineGiver(ulong GuildId, string? CreditName, int Lines);
