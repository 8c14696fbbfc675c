using System.Threading.Channels;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Tests.Jobs;

/// <summary>Keeps the contract, one run at a time and one for a scheduled time, and does nothing. It outlives the hosts that use it, as the database does.</summary>
internal sealed class FakeRetraining : IRetraining
{
    private readonly Lock _lock = new();
    private readonly Channel<string> _requests = Channel.CreateUnbounded<string>();
    private readonly List<string> _runs = [];
    private TaskCompletionSource<RunSummary?>? _underWay;

    public event Action? ProgressChanged
    {
        add { }
        remove { }
    }

    /// <summary>Runs last until <see cref="Finish"/>.</summary>
    public bool Holds { get; set; }

    public RetrainingProgress? Progress => null;

    /// <summary>The scheduled times that were run for.</summary>
    public IReadOnlyList<string> Runs
    {
        get
        {
            lock (_lock)
            {
                return [.. _runs];
            }
        }
    }

    public int Waiting => _requests.Reader.Count;

    public bool IsUnderWay => _underWay is { Task.IsCompleted: false };

    public Task<RunSummary?>? Request(RunRequest request)
    {
        Assert.Equal(RunTrigger.Nightly, request.Trigger);
        lock (_lock)
        {
            try
            {
                if (IsUnderWay)
                {
                    return null;
                }

                if (_runs.Contains(request.ScheduledFor!))
                {
                    return Task.FromResult<RunSummary?>(null);
                }

                _runs.Add(request.ScheduledFor!);
                _underWay = new TaskCompletionSource<RunSummary?>(TaskCreationOptions.RunContinuationsAsynchronously);
                if (!Holds)
                {
                    Finish();
                }

                return _underWay.Task;
            }
            finally
            {
                _requests.Writer.TryWrite(request.ScheduledFor!);
            }
        }
    }

    public void Finish() => _underWay!.TrySetResult(
        new RunSummary(1, RunTrigger.Nightly, RunState.Promoted, DateTimeOffset.UnixEpoch, null, 0, null, new RunReport(), []));

    /// <summary>The bot stops, and its retraining with it.</summary>
    public void Abandon() => _underWay!.TrySetCanceled();

    /// <summary>The next scheduled time that is asked for.</summary>
    public async Task<string> NextAsync() =>
        await _requests.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1));

    public bool Cancel() => throw new NotSupportedException();

    public Task<RunSummary> RollBackAsync(string? inUse, CancellationToken cancellationToken) => throw new NotSupportedException();
}
