using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Storage.Backups;
using Telenovela.Bot.Storage.Health;

namespace Telenovela.Bot.Storage.Maintenance;

/// <summary>
/// Opens the store before anything else starts; afterwards looks every half minute, and at once after a deletion, whether there is something
/// to sweep, a backup to make, or room on the disk again.
/// </summary>
/// <param name="opening">Opens the store.</param>
/// <param name="health">How it is.</param>
/// <param name="store">Tried after a full disk.</param>
/// <param name="sweep">Makes deleted text disappear.</param>
/// <param name="followers">Copies that must let go of deleted lines.</param>
/// <param name="backups">Makes backups.</param>
/// <param name="ballast">Dropped on a full disk and loaded again afterwards.</param>
/// <param name="signal">Wakes it.</param>
/// <param name="options">When the backup is due.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="logger">Told of what fails.</param>
public sealed partial class StoreMaintenance(
    StoreOpening opening,
    StoreHealth health,
    Store store,
    ErasureSweep sweep,
    IEnumerable<IErasureFollower> followers,
    DatabaseBackups backups,
    Ballast ballast,
    ErasureSignal signal,
    IOptions<StorageOptions> options,
    TimeProvider clock,
    ILogger<StoreMaintenance> logger) : BackgroundService
{
    /// <summary>Between two looks.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan AfterFailedBackup = TimeSpan.FromHours(1);

    private DateTimeOffset _nextBackup = DateTimeOffset.MinValue;

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await opening.OpenAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One look: recovers, sweeps and backs up as far as each is due. What fails is logged and tried again.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await AttemptAsync("recovering from a full disk", RecoverAsync, cancellationToken).ConfigureAwait(false);
        if (health.IsReady || health.Current.Problem == StoreProblem.DiskFull)
        {
            foreach (var follower in followers)
            {
                await AttemptAsync("removing deleted lines from exports", follower.FollowAsync, cancellationToken).ConfigureAwait(false);
            }

            await AttemptAsync("removing deleted lines from the database's files", SweepAsync, cancellationToken).ConfigureAwait(false);
        }

        if (health.IsReady && clock.GetUtcNow() >= _nextBackup && !await AttemptAsync("backing up", BackUpAsync, cancellationToken).ConfigureAwait(false))
        {
            _nextBackup = clock.GetUtcNow() + AfterFailedBackup;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken).ConfigureAwait(false);
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var woken = signal.WaitAsync(enough.Token);
            await Task.WhenAny(woken, Task.Delay(Pause, clock, enough.Token)).ConfigureAwait(false);
            await enough.CancelAsync().ConfigureAwait(false);
            await woken.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RecoverAsync(CancellationToken cancellationToken)
    {
        if (health.Current is not { State: StoreState.ReadOnly, Problem: StoreProblem.DiskFull or StoreProblem.NotWritable })
        {
            return;
        }

        // SQLite opens a file that it can't write for reading only, and the pool would keep that connection for good.
        await store.ForgetConnectionsAsync(cancellationToken).ConfigureAwait(false);
        if (!opening.IsDone)
        {
            ballast.Drop();
            await opening.OpenAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        // With the ballast aboard again there is room for lines too; a write proves the rest.
        ballast.Drop();
        if (ballast.Load() && await store.ProbeAsync(cancellationToken).ConfigureAwait(false))
        {
            health.Recover();
        }
        else
        {
            ballast.Drop();
        }
    }

    private Task SweepAsync(CancellationToken cancellationToken) => sweep.RunAsync(cancellationToken);

    private async Task BackUpAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = new DateTimeOffset(now.UtcDateTime.Date.AddHours(options.Value.BackupHour), TimeSpan.Zero);
        due = due > now ? due.AddDays(-1) : due;

        // A night when the bot was down is made up for; any newer backup will do.
        if (backups.Newest is { } newest && newest.At >= due)
        {
            return;
        }

        var made = await backups.CreateAsync("nightly", cancellationToken).ConfigureAwait(false);
        var expired = backups.Expire();
        Log.BackedUp(logger, made.Path, made.Bytes, expired.Count);
    }

    private async Task<bool> AttemptAsync(string what, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
#pragma warning disable CA1031 // Whatever went wrong, the next look tries again; a dead maintenance would keep deleted text.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // Maintenance needs more room than lines do; lack of it is told by the lines themselves. Damage is told by whoever sees it.
            if (StoreFault.Of(exception) is StoreProblem.Corrupt)
            {
                health.Report(StoreProblem.Corrupt, exception.GetBaseException().Message);
            }

            Log.Failed(logger, what, exception);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Nightly backup {Path}, {Bytes} bytes; {Expired} expired")]
        public static partial void BackedUp(ILogger logger, string path, long bytes, int expired);

        [LoggerMessage(LogLevel.Error, "Maintenance of the store: {What} failed and is tried again")]
        public static partial void Failed(ILogger logger, string what, Exception exception);
    }
}
