namespace Telenovela.Bot.Interactions.Requests;

/// <summary>A person.</summary>
/// <param name="Id">Snowflake.</param>
/// <param name="Name">The name to show: the server's nickname, else the display name, else the user name.</param>
public sealed record InteractionUser(ulong Id, string Name);
