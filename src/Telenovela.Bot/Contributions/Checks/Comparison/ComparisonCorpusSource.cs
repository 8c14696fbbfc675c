using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Retraining.Training;
using Telenovela.Corpus.Dataset;

namespace Telenovela.Bot.Contributions.Checks.Comparison;

/// <summary>Loads the corpus when it is first needed, and once.</summary>
/// <param name="options">Where it is, and how much of it is taken.</param>
/// <param name="logger">Told what was loaded.</param>
public sealed partial class ComparisonCorpusSource(IOptions<ContributionCheckOptions> options, ILogger<ComparisonCorpusSource> logger)
{
    /// <summary>Behind whoever writes texts, but not behind everything: somebody may be waiting for it.</summary>
    private const int Niceness = 5;

    private readonly Lock _lock = new();
    private Task<ComparisonCorpus>? _loading;

    /// <summary>The corpus; whoever asks before it is loaded waits for a few seconds.</summary>
    /// <param name="cancellationToken">Gives up waiting; loading goes on for the next one.</param>
    public Task<ComparisonCorpus> GetAsync(CancellationToken cancellationToken) =>
        WorkerWait.ForAsync(LoadAsync().WaitAsync(cancellationToken));

    /// <summary>Begins to load it, at low priority, unless that was done.</summary>
    internal Task<ComparisonCorpus> LoadAsync()
    {
        lock (_lock)
        {
            // What failed (a disk that was away) is tried again.
            if (_loading is null or { IsFaulted: true })
            {
                _loading = BackgroundPriority.RunAsync(Load, Niceness);
            }

            return _loading;
        }
    }

    private ComparisonCorpus Load()
    {
        var folder = ProgramFolder.Locate(options.Value.CorpusDirectory);
        var corpus = ComparisonCorpus.Load(folder, options.Value.MostCorpusLines, CancellationToken.None);
        if (corpus.LineCount == 0)
        {
            Log.Nothing(logger, folder);
        }
        else
        {
            Log.Loaded(logger, corpus.LineCount, folder, corpus.LeftOut);
        }

        return corpus;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Contributions are compared with {Count} lines of the corpus in {Folder}; {LeftOut} were left out")]
        public static partial void Loaded(ILogger logger, int count, string folder, int leftOut);

        [LoggerMessage(LogLevel.Warning, "There is no corpus in {Folder}, so contributions are compared with each other only; set Contributions:CorpusDirectory")]
        public static partial void Nothing(ILogger logger, string folder);
    }
}
