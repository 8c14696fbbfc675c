using System.Collections.Concurrent;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>Keeps one person from taking the bot for themselves: one costly piece of work per <see cref="ICooldownMeasure"/>, in each server.</summary>
/// <param name="measure">How long.</param>
/// <param name="clock">Tells the time.</param>
public sealed class Cooldown(ICooldownMeasure measure, TimeProvider clock)
{
    private const int PurgeAbove = 4096;

    private readonly ConcurrentDictionary<(ulong? Guild, ulong User), DateTimeOffset> _readyAt = new();

    /// <summary>When the person may ask again; null when that is now.</summary>
    /// <param name="guildId">The server; null in a direct message.</param>
    /// <param name="userId">Snowflake of the person.</param>
    public DateTimeOffset? ReadyAt(ulong? guildId, ulong userId) =>
        _readyAt.TryGetValue((guildId, userId), out var at) && at > clock.GetUtcNow() ? at : null;

    /// <summary>Starts the person's wait.</summary>
    /// <param name="guildId">The server; null in a direct message.</param>
    /// <param name="userId">Snowflake of the person.</param>
    public async Task BeginAsync(ulong? guildId, ulong userId)
    {
        var now = clock.GetUtcNow();
        _readyAt[(guildId, userId)] = now + await measure.OfAsync(guildId).ConfigureAwait(false);
        if (_readyAt.Count > PurgeAbove)
        {
            foreach (var (person, at) in _readyAt)
            {
                if (at <= now)
                {
                    _readyAt.TryRemove(person, out _);
                }
            }
        }
    }
}
