using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>
/// The bounded queue between interactions and the engine. A place is reserved before the deferral is sent, so that "thinking…"
/// is only promised where there is room; the work begins when <see cref="Reservation.Start"/> says that the deferral has left.
/// When the host stops, work under way is finished and waiting work is told so through its cancellation token.
/// </summary>
public sealed class WorkQueue(IOptions<InteractionOptions> options, TimeProvider clock) : BackgroundService
{
    /// <summary>How long a reservation waits for its deferral to leave before its place is given away.</summary>
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(15);

    private readonly Channel<Reservation> _started = Channel.CreateUnbounded<Reservation>();
    private readonly Lock _gate = new();
    private readonly HashSet<Reservation> _places = [];
    private double _averageSeconds = 1;

    /// <summary>Places taken: waiting or under way.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _places.Count;
            }
        }
    }

    /// <summary>About when a place will be free again, from the mean duration of recent work.</summary>
    public DateTimeOffset RoomAt
    {
        get
        {
            var rounds = Math.Max(1, (double)Count / options.Value.Workers);
            return clock.GetUtcNow().AddSeconds(Math.Ceiling(Math.Clamp(rounds * Volatile.Read(ref _averageSeconds) / 2, 2, 600)));
        }
    }

    /// <summary>Takes a place for <paramref name="work"/>, or returns null when the queue is full.</summary>
    /// <param name="work">Run by a worker; handles its own errors. Its token is signalled when the bot is stopping.</param>
    public Reservation? TryReserve(Func<CancellationToken, Task> work)
    {
        var now = clock.GetTimestamp();
        lock (_gate)
        {
            _places.RemoveWhere(place => !place.IsStarted && clock.GetElapsedTime(place.ReservedAt, now) > StartWithin);
            if (_places.Count >= options.Value.QueueCapacity)
            {
                return null;
            }

            var reservation = new Reservation(this, work, now);
            _places.Add(reservation);
            return reservation;
        }
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A worker holds its thread while it writes a text. There must be others at once for whoever presses a button meanwhile: the pool adds threads
        // above its minimum only after a while.
        ThreadPool.GetMinThreads(out var least, out var ports);
        ThreadPool.SetMinThreads(Math.Max(least, Environment.ProcessorCount + options.Value.Workers), ports);
        return Task.WhenAll(Enumerable.Range(0, options.Value.Workers).Select(_ => Task.Run(() => WorkAsync(stoppingToken), CancellationToken.None)));
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _started.Writer.TryComplete();
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        // Reads to the end even while stopping: work that waits is run with a signalled token, so that it can say so.
        await foreach (var reservation in _started.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            var began = clock.GetTimestamp();
            try
            {
                await reservation.Work(stoppingToken).ConfigureAwait(false);
            }
            finally
            {
                var seconds = clock.GetElapsedTime(began).TotalSeconds;
                Volatile.Write(ref _averageSeconds, (0.9 * Volatile.Read(ref _averageSeconds)) + (0.1 * seconds));
                lock (_gate)
                {
                    _places.Remove(reservation);
                }
            }
        }
    }

    /// <summary>A place in the queue.</summary>
    public sealed class Reservation
    {
        private readonly WorkQueue _queue;
        private int _started;

        internal Reservation(WorkQueue queue, Func<CancellationToken, Task> work, long reservedAt) =>
            (_queue, Work, ReservedAt) = (queue, work, reservedAt);

        internal Func<CancellationToken, Task> Work { get; }

        internal long ReservedAt { get; }

        internal bool IsStarted => Volatile.Read(ref _started) != 0;

        /// <summary>Hands the work to the workers; once, however often it is called.</summary>
        public void Start()
        {
            if (Interlocked.Exchange(ref _started, 1) != 0)
            {
                return;
            }

            lock (_queue._gate)
            {
                _queue._places.Add(this);
            }

            _queue._started.Writer.TryWrite(this);
        }
    }
}
