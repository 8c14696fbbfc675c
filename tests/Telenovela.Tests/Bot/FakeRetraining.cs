using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Runs;

namespace Telenovela.Tests.Bot;

/// <summary>Trains nothing; what it is asked for ends when a test says so.</summary>
internal sealed class FakeRetraining : IRetraining
{
    public event Action? ProgressChanged;

    public RetrainingProgress? Progress
    {
        get => IsBroken ? throw new InvalidOperationException("The fake breaks here.") : field;
        private set;
    }

    public bool IsBroken { get; set; }

    public List<RunRequest> Requests { get; } = [];

    public TaskCompletionSource<RunSummary?> Run { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What going back does; nothing can be gone back to unless a test says otherwise.</summary>
    public Func<Task<RunSummary>> RollBack { get; set; } = () => throw new InvalidOperationException();

    public int RollBacks { get; private set; }

    public int Cancellations { get; private set; }

    public int Followers => ProgressChanged?.GetInvocationList().Length ?? 0;

    /// <summary>The run under way moves on; null where it ends.</summary>
    public void MoveTo(RetrainingProgress? progress)
    {
        Progress = progress;
        ProgressChanged?.Invoke();
    }

    public Task<RunSummary?>? Request(RunRequest request)
    {
        Requests.Add(request);
        return Progress is null ? Run.Task : null;
    }

    public bool Cancel()
    {
        Cancellations++;
        return Progress is not null;
    }

    public Task<RunSummary> RollBackAsync(string? inUse, CancellationToken cancellationToken)
    {
        RollBacks++;
        return RollBack();
    }
}
