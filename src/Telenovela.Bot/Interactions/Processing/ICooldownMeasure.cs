namespace Telenovela.Bot.Interactions.Processing;

/// <summary>Says how long a person pauses between two costly pieces of work.</summary>
public interface ICooldownMeasure
{
    /// <summary>The pause in a server. Never fails: where the server's choice can't be read, it is the bot's own.</summary>
    /// <param name="guildId">The server; null in a direct message.</param>
    ValueTask<TimeSpan> OfAsync(ulong? guildId);
}
