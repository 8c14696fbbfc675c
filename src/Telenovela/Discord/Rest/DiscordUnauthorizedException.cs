namespace Telenovela.Discord.Rest;

/// <summary>
/// Discord doesn't accept the bot's token. Thrown for every call that needs it from then on, without asking again: Discord bans
/// addresses that keep asking (10,000 refusals in ten minutes).
/// </summary>
public sealed class DiscordUnauthorizedException : Exception
{
    internal DiscordUnauthorizedException(string problem)
        : base($"{problem} Check Discord:Token: get a new one from the Developer Portal > your application > Bot > Reset Token, and start the bot again.")
    {
    }
}
