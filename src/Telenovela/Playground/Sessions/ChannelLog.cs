using System.Collections.Immutable;
using Telenovela.Playground.People;

namespace Telenovela.Playground.Sessions;

/// <summary>The channel's messages, oldest first. Safe from several threads: answers come from the bot's workers.</summary>
public sealed class ChannelLog
{
    /// <summary>Most messages kept; older ones are forgotten.</summary>
    public const int Most = 300;

    private ImmutableList<LogEntry> _entries = [];

    /// <summary>Raised after every change, on whatever thread made it.</summary>
    public event Action? Changed;

    /// <summary>What <paramref name="person"/> sees.</summary>
    public IEnumerable<LogEntry> VisibleTo(PlaygroundPerson person) =>
        Volatile.Read(ref _entries).Where(entry => entry.OnlyFor is null || entry.OnlyFor == person.Id);

    /// <summary>The message with that id; null where there is none (any more).</summary>
    public LogEntry? Find(ulong id) => Volatile.Read(ref _entries).FirstOrDefault(entry => entry.Id == id);

    /// <summary>Puts a message at the end.</summary>
    public void Add(LogEntry entry) => Change(entries =>
        (entries.Count < Most ? entries : entries.RemoveRange(0, entries.Count - Most + 1)).Add(entry));

    /// <summary>Changes a message that is there.</summary>
    public void Update(ulong id, Func<LogEntry, LogEntry> change) => Change(entries =>
        entries.FindIndex(entry => entry.Id == id) is var at and >= 0 ? entries.SetItem(at, change(entries[at])) : entries);

    /// <summary>Takes a message away.</summary>
    public void Remove(ulong id) => Change(entries => entries.RemoveAll(entry => entry.Id == id));

    private void Change(Func<ImmutableList<LogEntry>, ImmutableList<LogEntry>> change)
    {
        ImmutableInterlocked.Update(ref _entries, change);
        Changed?.Invoke();
    }
}
