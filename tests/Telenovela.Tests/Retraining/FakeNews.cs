using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Retraining.Stages;

namespace Telenovela.Tests.Retraining;

/// <summary>Keeps what would be told.</summary>
internal sealed class FakeNews : INightNews
{
    public List<(RunSummary Run, IReadOnlyList<long> Learned)> Told { get; } = [];

    /// <summary>Called before anybody is told.</summary>
    public Action Before { get; set; } = () => { };

    public Task<int> TellAsync(RunSummary run, IReadOnlyList<long> learned, CancellationToken cancellationToken)
    {
        Before();
        Told.Add((run, learned));
        return Task.FromResult(1);
    }
}
