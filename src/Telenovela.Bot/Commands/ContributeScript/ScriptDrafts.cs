using System.Collections.Concurrent;

namespace Telenovela.Bot.Commands.ContributeScript;

/// <summary>
/// Keeps scripts between their preview and the giver's word, in memory only: text that nobody has submitted is never written down. A
/// restart forgets them, and the button says so.
/// </summary>
/// <param name="clock">Tells the time.</param>
public sealed class ScriptDrafts(TimeProvider clock)
{
    /// <summary>How long one is kept.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private const int Most = 64;

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, ScriptDraft Draft)> _drafts = new(StringComparer.Ordinal);

    /// <summary>
    /// Keeps a draft; the oldest go when there are too many. Of those that wait for a consent, each person has one.
    /// </summary>
    /// <param name="draft">The draft.</param>
    /// <returns>Its key.</returns>
    public string Keep(ScriptDraft draft)
    {
        var now = clock.GetUtcNow();
        var key = Guid.NewGuid().ToString("N");
        _drafts[key] = (now, draft);
        var gone = _drafts.Where(entry => now - entry.Value.At > Life || IsReplaced(entry.Key, entry.Value.Draft))
            .Concat(_drafts.OrderByDescending(entry => entry.Value.At).Skip(Most)).ToList();
        foreach (var old in gone)
        {
            _drafts.TryRemove(old.Key, out _);
        }

        return key;

        bool IsReplaced(string other, ScriptDraft waiting) => draft.Command is not null && waiting.Command is not null
            && waiting.UserId == draft.UserId && other != key;
    }

    /// <summary>Takes a draft out, for its giver only.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="userId">Who asks.</param>
    /// <returns>Null where there is none (any more), or it is another's.</returns>
    public ScriptDraft? Take(string key, ulong userId)
    {
        if (!_drafts.TryGetValue(key, out var entry) || entry.Draft.UserId != userId || clock.GetUtcNow() - entry.At > Life)
        {
            return null;
        }

        return _drafts.TryRemove(key, out var taken) ? taken.Draft : null;
    }

    /// <summary>Puts a draft back that couldn't be submitted yet.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="draft">The draft.</param>
    public void PutBack(string key, ScriptDraft draft) => _drafts[key] = (clock.GetUtcNow(), draft);

    /// <summary>Forgets what a person gave and hasn't submitted.</summary>
    /// <param name="userId">The person.</param>
    public void Forget(ulong userId)
    {
        foreach (var (key, _) in _drafts.Where(entry => entry.Value.Draft.UserId == userId))
        {
            _drafts.TryRemove(key, out _);
        }
    }
}
