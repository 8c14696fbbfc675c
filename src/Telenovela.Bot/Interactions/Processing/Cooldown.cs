using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>Keeps one person from taking the bot for themselves: one piece of work per <see cref="InteractionOptions.CooldownSeconds"/>.</summary>
public sealed class Cooldown(IOptions<InteractionOptions> options, TimeProvider clock)
{
    private const int PurgeAbove = 4096;

    private readonly ConcurrentDictionary<ulong, DateTimeOffset> _readyAt = new();

    /// <summary>When the person may ask again; null when that is now.</summary>
    /// <param name="userId">Snowflake of the person.</param>
    public DateTimeOffset? ReadyAt(ulong userId) =>
        _readyAt.TryGetValue(userId, out var at) && at > clock.GetUtcNow() ? at : null;

    /// <summary>Starts the person's wait.</summary>
    /// <param name="userId">Snowflake of the person.</param>
    public void Begin(ulong userId)
    {
        var now = clock.GetUtcNow();
        _readyAt[userId] = now.AddSeconds(options.Value.CooldownSeconds);
        if (_readyAt.Count > PurgeAbove)
        {
            foreach (var (user, at) in _readyAt)
            {
                if (at <= now)
                {
                    _readyAt.TryRemove(user, out _);
                }
            }
        }
    }
}
