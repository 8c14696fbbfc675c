using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Storage.Health;

namespace Telenovela.Bot.Retraining;

/// <summary>Retrains in the running bot: goes on with an interrupted run when it starts, then does what is asked, one run at a time.</summary>
/// <param name="runs">Carries runs out.</param>
/// <param name="rollBack">Goes back.</param>
/// <param name="logger">Told of what can't even be begun.</param>
public sealed partial class Retraining(RetrainingRuns runs, RollBack rollBack, ILogger<Retraining> logger) : BackgroundService, IRetraining
{
    private readonly Channel<Wish> _wishes = Channel.CreateUnbounded<Wish>();
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;
    private Task? _underWay;
    private bool _busy;

    /// <inheritdoc/>
    public RetrainingProgress? Progress => runs.Progress;

    /// <inheritdoc/>
    public event Action? ProgressChanged
    {
        add => runs.ProgressChanged += value;
        remove => runs.ProgressChanged -= value;
    }

    /// <inheritdoc/>
    public Task<RunSummary?>? Request(RunRequest request)
    {
        lock (_gate)
        {
            if (_busy)
            {
                return null;
            }

            var wish = new Wish(request, new TaskCompletionSource<RunSummary?>(TaskCreationOptions.RunContinuationsAsynchronously));
            _busy = _wishes.Writer.TryWrite(wish);
            if (!_busy)
            {
                wish.Done.SetCanceled();
            }

            return wish.Done.Task;
        }
    }

    /// <inheritdoc/>
    public bool Cancel()
    {
        lock (_gate)
        {
            _running?.Cancel();
            return _running is not null;
        }
    }

    /// <inheritdoc/>
    public async Task<RunSummary> RollBackAsync(CancellationToken cancellationToken)
    {
        Cancel();
        Task? underWay;
        lock (_gate)
        {
            underWay = _underWay;
        }

        if (underWay is not null)
        {
            await underWay.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return await rollBack.DoAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _wishes.Writer.TryComplete();
        }

        return base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await AttemptAsync(null, stoppingToken).ConfigureAwait(false);
        await foreach (var wish in _wishes.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            var summary = stoppingToken.IsCancellationRequested ? null : await AttemptAsync(wish.Request, stoppingToken).ConfigureAwait(false);
            lock (_gate)
            {
                _busy = false;
            }

            _ = stoppingToken.IsCancellationRequested ? wish.Done.TrySetCanceled(stoppingToken) : wish.Done.TrySetResult(summary);
        }
    }

    private async Task<RunSummary?> AttemptAsync(RunRequest? request, CancellationToken stoppingToken)
    {
        using var running = new CancellationTokenSource();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            (_running, _underWay) = (running, ended.Task);
        }

        try
        {
            return await runs.RunAsync(request, running.Token, stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception) when (exception is StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            // A full or read-only disk: the bot writes on, and the run is taken up again another time.
            Log.NotNow(logger, exception.Message);
            return null;
        }
        finally
        {
            lock (_gate)
            {
                (_running, _underWay) = (null, null);
            }

            ended.SetResult();
        }
    }

    private sealed record Wish(RunRequest Request, TaskCompletionSource<RunSummary?> Done);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Nothing is retrained now: {Reason}")]
        public static partial void NotNow(ILogger logger, string reason);
    }
}
