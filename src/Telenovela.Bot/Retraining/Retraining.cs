using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Storage.Health;

namespace Telenovela.Bot.Retraining;

/// <summary>Retrains in the running bot: goes on with an interrupted run when it starts, then does what is asked, one run at a time.</summary>
/// <param name="runs">Carries runs out.</param>
/// <param name="shared">Knows a run that another process carries out.</param>
/// <param name="rollBack">Goes back.</param>
/// <param name="logger">Told of what can't even be begun.</param>
public sealed partial class Retraining(RetrainingRuns runs, SharedRun shared, RollBack rollBack, ILogger<Retraining> logger) : BackgroundService, IRetraining
{
    private readonly Channel<Wish> _wishes = Channel.CreateUnbounded<Wish>();
    private readonly Lock _gate = new();
    private readonly List<RunWish> _runWishes = [];

    /// <inheritdoc/>
    public RetrainingProgress? Progress => runs.Progress ?? shared.Progress;

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
            // One that only looks whether there is anything to go on with is in nobody's way.
            return runs.Progress is not null || _runWishes.Any(wish => wish.Request is not null) ? null : Queue(request).Done.Task;
        }
    }

    /// <inheritdoc/>
    public bool Cancel()
    {
        lock (_gate)
        {
            _runWishes.ForEach(wish => wish.Cancelled.Cancel());
            return runs.Progress is not null || _runWishes.Any(wish => wish.Request is not null) || shared.Cancel();
        }
    }

    /// <inheritdoc/>
    public Task<RunSummary> RollBackAsync(string? inUse, CancellationToken cancellationToken)
    {
        var wish = new StepBackWish(inUse);
        Cancel();
        if (!_wishes.Writer.TryWrite(wish))
        {
            wish.Done.SetCanceled(CancellationToken.None);
        }

        return wish.Done.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Queue(null);
        }

        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        _wishes.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var wish in _wishes.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            await (wish switch
            {
                RunWish run => FulfilAsync(run, stoppingToken),
                StepBackWish step => FulfilAsync(step, stoppingToken),
                _ => Task.CompletedTask,
            }).ConfigureAwait(false);
        }
    }

    /// <summary>Within the lock.</summary>
    private RunWish Queue(RunRequest? request)
    {
        var wish = new RunWish(request);
        if (_wishes.Writer.TryWrite(wish))
        {
            _runWishes.Add(wish);
        }
        else
        {
            wish.Done.SetCanceled();
        }

        return wish;
    }

    private async Task FulfilAsync(RunWish wish, CancellationToken stoppingToken)
    {
        var summary = stoppingToken.IsCancellationRequested ? null : await AttemptAsync(wish, stoppingToken).ConfigureAwait(false);
        lock (_gate)
        {
            _runWishes.Remove(wish);
            wish.Cancelled.Dispose();
        }

        _ = stoppingToken.IsCancellationRequested ? wish.Done.TrySetCanceled(stoppingToken) : wish.Done.TrySetResult(summary);
    }

    private async Task<RunSummary?> AttemptAsync(RunWish wish, CancellationToken stoppingToken)
    {
        try
        {
            return await runs.RunAsync(wish.Request, wish.Cancelled.Token, stoppingToken).ConfigureAwait(false);
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
    }

    private async Task FulfilAsync(StepBackWish wish, CancellationToken stoppingToken)
    {
        try
        {
            wish.Done.TrySetResult(await rollBack.DoAsync(wish.InUse, stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            wish.Done.TrySetCanceled(stoppingToken);
        }
#pragma warning disable CA1031 // Whoever asked gets it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            wish.Done.TrySetException(exception);
        }
    }

    private abstract record Wish;

    private sealed record RunWish(RunRequest? Request) : Wish
    {
        public CancellationTokenSource Cancelled { get; } = new();

        public TaskCompletionSource<RunSummary?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed record StepBackWish(string? InUse) : Wish
    {
        public TaskCompletionSource<RunSummary> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Nothing is retrained now: {Reason}")]
        public static partial void NotNow(ILogger logger, string reason);
    }
}
