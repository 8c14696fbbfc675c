using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary>
/// Cooldowns and quotas of people and servers, as fixed windows that begin with the first line. Kept in memory: a restart forgives.
/// </summary>
/// <param name="options">The bot's own measures.</param>
/// <param name="clock">Tells the time.</param>
public sealed class ContributionQuota(IOptions<ContributionQuotaOptions> options, TimeProvider clock) : IDisposable
{
    private const int PurgeAbove = 4096;

    private readonly ConcurrentDictionary<(ulong Guild, ulong User, TimeSpan Window, int Permits), Window> _windows = new();

    /// <summary>Takes lines off every quota that applies, or off none.</summary>
    /// <param name="chosen">The server's settings.</param>
    /// <param name="userId">The person.</param>
    /// <param name="lines">How many.</param>
    /// <returns>Null when there was room; otherwise when there is again.</returns>
    public DateTimeOffset? Take(GuildSettings chosen, ulong userId, int lines)
    {
        var now = clock.GetUtcNow();
        Purge(now);
        var cooldown = TimeSpan.FromSeconds(chosen.ContributeCooldownSeconds ?? options.Value.CooldownSeconds);
        var perDay = chosen.LinesPerDay ?? options.Value.LinesPerDay;
        List<(Window Window, int Permits)> asked =
        [
            (Of(chosen.GuildId, userId, TimeSpan.FromDays(1), perDay, now), Math.Min(lines, perDay)),
            (Of(chosen.GuildId, 0, TimeSpan.FromHours(1), options.Value.ServerLinesPerHour, now), Math.Min(lines, options.Value.ServerLinesPerHour)),
        ];
        if (cooldown > TimeSpan.Zero)
        {
            asked.Add((Of(chosen.GuildId, userId, cooldown, 1, now), 1));
        }

        // Whoever takes from several windows at once must find room in all of them: asked for zero permits first, then taken.
        var full = asked.Where(quota => quota.Window.Limiter.GetStatistics()!.CurrentAvailablePermits < quota.Permits).ToList();
        if (full.Count > 0)
        {
            return full.Max(quota => quota.Window.EndsAt);
        }

        foreach (var (window, permits) in asked)
        {
            using var lease = window.Limiter.AttemptAcquire(permits);
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var window in _windows.Values)
        {
            window.Limiter.Dispose();
        }
    }

    private Window Of(ulong guild, ulong user, TimeSpan length, int permits, DateTimeOffset now)
    {
        var key = (guild, user, length, permits);
        var window = _windows.GetOrAdd(key, _ => New());
        if (window.EndsAt > now)
        {
            return window;
        }

        var next = New();
        return _windows.TryUpdate(key, next, window) ? next : _windows.GetOrAdd(key, next);

        // The limiter's own clock isn't ours, so a window that has ended is replaced instead of replenished.
        Window New() => new(
            new FixedWindowRateLimiter(new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = length, AutoReplenishment = false, QueueLimit = 0 }), now + length);
    }

    private void Purge(DateTimeOffset now)
    {
        if (_windows.Count > PurgeAbove)
        {
            foreach (var (key, window) in _windows)
            {
                if (window.EndsAt <= now && _windows.TryRemove(key, out var removed))
                {
                    removed.Limiter.Dispose();
                }
            }
        }
    }

    private sealed record Window(FixedWindowRateLimiter Limiter, DateTimeOffset EndsAt);
}
