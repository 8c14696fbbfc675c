using Microsoft.Extensions.Options;

namespace Telenovela.Bot.Contributions.Checks.Flooding;

/// <summary>
/// Notices people who send more than people type: a bucket of characters a person, filled again at a fast typist's pace. Kept in memory
/// only, for as long as a bucket isn't full.
/// </summary>
/// <param name="options">How large, how fast.</param>
/// <param name="clock">The time.</param>
public sealed class TypingPace(IOptions<ContributionCheckOptions> options, TimeProvider clock)
{
    private const int ManyPeople = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<ulong, Bucket> _buckets = [];

    /// <summary>Takes a text that is otherwise good into account. The text taken last costs nothing when it comes again, for example after a preview.</summary>
    /// <param name="userId">Who sends.</param>
    /// <param name="text">What.</param>
    /// <returns>Null if it is taken; otherwise when it would be.</returns>
    public DateTimeOffset? Take(ulong userId, string text)
    {
        var (burst, pace, now) = ((double)options.Value.BurstCharacters, options.Value.CharactersPerSecond, clock.GetUtcNow());
        lock (_lock)
        {
            var last = string.GetHashCode(text, StringComparison.Ordinal);
            var bucket = _buckets.TryGetValue(userId, out var known) ? known : new Bucket(0, now, null);
            var used = Math.Max(0, bucket.Used - ((now - bucket.At).TotalSeconds * pace));
            if (bucket.Last == last)
            {
                return null;
            }

            // A text longer than the bucket is taken by a full one.
            var cost = Math.Min(text.Length, burst);
            if (used + cost > burst)
            {
                return now + TimeSpan.FromSeconds(Math.Ceiling((used + cost - burst) / pace));
            }

            _buckets[userId] = new Bucket(used + cost, now, last);
            if (_buckets.Count > ManyPeople)
            {
                Forget(now, pace);
            }

            return null;
        }
    }

    private void Forget(DateTimeOffset now, double pace)
    {
        foreach (var (user, _) in _buckets.Where(entry => (now - entry.Value.At).TotalSeconds * pace >= entry.Value.Used).ToList())
        {
            _buckets.Remove(user);
        }

        // Still too many: those who wrote longest ago.
        foreach (var (user, _) in _buckets.OrderBy(entry => entry.Value.At).Take(_buckets.Count - ManyPeople).ToList())
        {
            _buckets.Remove(user);
        }
    }

    private sealed record Bucket(double Used, DateTimeOffset At, int? Last);
}
