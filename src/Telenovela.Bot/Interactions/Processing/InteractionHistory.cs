using System.Collections.Concurrent;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>
/// Remembers what was answered to each interaction for as long as its token lives, since Discord may deliver one twice.
/// </summary>
public sealed class InteractionHistory(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<ulong, Entry> _entries = new();
    private long _nextPurge;

    /// <summary>Runs <paramref name="accept"/> for an id not seen before; otherwise returns the earlier answer with nothing left to start.</summary>
    /// <param name="id">Snowflake of the interaction.</param>
    /// <param name="accept">Decides the answer; runs once an id.</param>
    public async Task<AcceptedInteraction> OnceAsync(ulong id, Func<Task<AcceptedInteraction>> accept)
    {
        var now = clock.GetUtcNow();
        Purge(now);
        var mine = new Entry(now, new Lazy<Task<AcceptedInteraction>>(accept));
        var entry = _entries.GetOrAdd(id, mine);
        var accepted = await entry.Answer.Value.ConfigureAwait(false);
        return ReferenceEquals(entry, mine) ? accepted : accepted with { Start = static () => { } };
    }

    private void Purge(DateTimeOffset now)
    {
        var due = Interlocked.Read(ref _nextPurge);
        if (now.UtcTicks < due || Interlocked.CompareExchange(ref _nextPurge, now.AddMinutes(1).UtcTicks, due) != due)
        {
            return;
        }

        foreach (var (id, entry) in _entries)
        {
            if (now - entry.At > Life)
            {
                _entries.TryRemove(id, out _);
            }
        }
    }

    private sealed record Entry(DateTimeOffset At, Lazy<Task<AcceptedInteraction>> Answer);
}
