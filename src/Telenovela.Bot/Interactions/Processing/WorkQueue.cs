using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>Brings a reply to whoever asked; handles its own errors. Its token is signalled when there is no time left.</summary>
public delegate Task Delivery(CancellationToken cancellationToken);

/// <summary>
/// The bounded queue between interactions and the engine. A place is reserved before the deferral is sent, so that "thinking…" is only
/// promised where there is room; the work begins when <see cref="Reservation.Start"/> says that the deferral has left. What a few workers
/// have written is delivered beside them: whoever can't be reached holds neither a worker nor a place, only a part of their own share of
/// what may be undelivered. When the host stops, what is being written is told to stop, and everybody who waits is told so at once.
/// </summary>
public sealed partial class WorkQueue(IOptions<InteractionOptions> options, TimeProvider clock, ILogger<WorkQueue> logger)
    : IHostedLifecycleService, IDisposable
{
    /// <summary>How long stopping may take: `docker stop` kills after ten seconds, and others stop too.</summary>
    public static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(6);

    /// <summary>Places of one person, in the queue and undelivered: enough for the buttons under a few texts.</summary>
    private const int PersonPlaces = 4;
    private const int PersonUndelivered = 8;

    /// <summary>A server takes at most three quarters of either, so that the others find room.</summary>
    private const double ServerShare = 0.75;

    /// <summary>Undelivered replies for each place of the queue: some megabytes, kept while Discord doesn't answer.</summary>
    private const int UndeliveredPerPlace = 16;

    /// <summary>How long a reservation waits for its deferral to leave before its place is given away.</summary>
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _workers = new(options.Value.Workers);
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _outOfTime = new();
    private readonly Lock _gate = new();
    private readonly HashSet<Reservation> _promises = [];
    private long _stoppingSince;
    private double _averageSeconds = 1;

    /// <summary>Places taken: waiting or being written.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _promises.Count(promise => !promise.IsWritten);
            }
        }
    }

    /// <summary>Whether nothing new is taken because the bot stops.</summary>
    public bool IsStopping => _stopping.IsCancellationRequested;

    /// <summary>How many promised replies the bot ended without.</summary>
    public int Lost { get; private set; }

    /// <summary>About when a place will be free again, from the mean duration of recent work.</summary>
    public DateTimeOffset RoomAt
    {
        get
        {
            var rounds = Math.Max(1, (double)Count / options.Value.Workers);
            return clock.GetUtcNow().AddSeconds(Math.Ceiling(Math.Clamp(rounds * Volatile.Read(ref _averageSeconds) / 2, 2, 600)));
        }
    }

    /// <summary>Whether it is this person who has as much promised as one person may.</summary>
    public bool HasFullShare(ulong userId)
    {
        lock (_gate)
        {
            var theirs = _promises.Where(promise => promise.UserId == userId).ToList();
            return theirs.Count >= PersonUndelivered || theirs.Count(promise => !promise.IsWritten) >= PersonPlaces;
        }
    }

    /// <summary>
    /// Takes a place for <paramref name="write"/>, or returns null where there is no room: for anybody, this server or this person.
    /// </summary>
    /// <param name="guildId">The server; null in a direct message.</param>
    /// <param name="userId">Snowflake of the person.</param>
    /// <param name="write">
    /// Run by a worker; handles its own errors, and returns what delivers the reply. Its token is signalled when the bot is stopping.
    /// </param>
    public Reservation? TryReserve(ulong? guildId, ulong userId, Func<CancellationToken, Task<Delivery>> write)
    {
        var now = clock.GetTimestamp();
        lock (_gate)
        {
            _promises.RemoveWhere(promise => promise.Kept is null && clock.GetElapsedTime(promise.ReservedAt, now) > StartWithin);
            var places = options.Value.QueueCapacity;
            if (IsStopping || HasFullShare(userId) || !HasRoom(_promises.Where(promise => !promise.IsWritten), guildId, places)
                || !HasRoom(_promises, guildId, places * UndeliveredPerPlace))
            {
                return null;
            }

            var reservation = new Reservation(this, guildId, userId, write, now);
            _promises.Add(reservation);
            return reservation;
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A worker holds its thread while it writes a text. There must be others at once for whoever presses a button meanwhile: the pool
        // adds threads above its minimum only after a while.
        ThreadPool.GetMinThreads(out var least, out var ports);
        ThreadPool.SetMinThreads(Math.Max(least, Environment.ProcessorCount + options.Value.Workers), ports);
        return Task.CompletedTask;
    }

    /// <summary>Tells what is being written to stop, before any other service is stopped.</summary>
    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (IsStopping)
        {
            return Task.CompletedTask;
        }

        _stoppingSince = clock.GetTimestamp();
        return _stopping.CancelAsync();
    }

    /// <summary>Waits until everybody has been told, or there is no time left.</summary>
    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await StoppingAsync(cancellationToken).ConfigureAwait(false);
        while (Owed() is { Count: > 0 } owed && TimeLeft() is var left && left > TimeSpan.Zero
            && !cancellationToken.IsCancellationRequested)
        {
            await Task.WhenAll(owed).WaitAsync(left, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Lost = Owed().Count;
        if (Lost > 0)
        {
            Log.Lost(logger, Lost);
        }

        await _outOfTime.CancelAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        _outOfTime.Dispose();
        _workers.Dispose();
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool HasRoom(IEnumerable<Reservation> taken, ulong? guildId, int places) =>
        taken.Count() < places
        && (guildId is null || taken.Count(promise => promise.GuildId == guildId) < Math.Max(1, (int)(places * ServerShare)));

    private TimeSpan TimeLeft() => StopWithin - clock.GetElapsedTime(_stoppingSince);

    /// <summary>What people wait for.</summary>
    private List<Task> Owed()
    {
        lock (_gate)
        {
            return [.. _promises.Select(promise => promise.Kept).OfType<Task>()];
        }
    }

    private async Task KeepAsync(Reservation promise, Task turn)
    {
        try
        {
            var deliver = await WriteAsync(promise, turn).ConfigureAwait(false);
            lock (_gate)
            {
                promise.IsWritten = true;
            }

            await deliver(_outOfTime.Token).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _promises.Remove(promise);
            }
        }
    }

    private async Task<Delivery> WriteAsync(Reservation promise, Task turn)
    {
        try
        {
            await turn.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // No worker is needed to say that the bot stops.
            return await promise.Write(_stopping.Token).ConfigureAwait(false);
        }

        var began = clock.GetTimestamp();
        try
        {
            WorkerWait.Hold(_workers);
            return await promise.Write(_stopping.Token).ConfigureAwait(false);
        }
        finally
        {
            _workers.Release();
            var seconds = clock.GetElapsedTime(began).TotalSeconds;
            Volatile.Write(ref _averageSeconds, (0.9 * Volatile.Read(ref _averageSeconds)) + (0.1 * seconds));
        }
    }

    /// <summary>A place in the queue.</summary>
    public sealed class Reservation
    {
        private readonly WorkQueue _queue;

        internal Reservation(
            WorkQueue queue, ulong? guildId, ulong userId, Func<CancellationToken, Task<Delivery>> write, long reservedAt) =>
            (_queue, GuildId, UserId, Write, ReservedAt) = (queue, guildId, userId, write, reservedAt);

        internal ulong? GuildId { get; }

        internal ulong UserId { get; }

        internal Func<CancellationToken, Task<Delivery>> Write { get; }

        internal long ReservedAt { get; }

        /// <summary>Ends when the reply was delivered or given up; null as long as the deferral hasn't left.</summary>
        internal Task? Kept { get; private set; }

        internal bool IsWritten { get; set; }

        /// <summary>Hands the work to the workers; once, however often it is called.</summary>
        public void Start()
        {
            lock (_queue._gate)
            {
                if (Kept is null)
                {
                    _queue._promises.Add(this);

                    // Who comes first is served first, whichever thread runs next.
                    var turn = _queue._workers.WaitAsync(_queue._stopping.Token);
                    Kept = Task.Run(() => _queue.KeepAsync(this, turn));
                }
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The bot stops, and {Count} promised replies could not be delivered in time")]
        public static partial void Lost(ILogger logger, int count);
    }
}
