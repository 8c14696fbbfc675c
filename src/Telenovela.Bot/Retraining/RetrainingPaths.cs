using System.Globalization;
using Telenovela.Bot.Storage;

namespace Telenovela.Bot.Retraining;

/// <summary>The retraining's files, in the bot's data folder.</summary>
/// <param name="storage">The folder.</param>
public sealed class RetrainingPaths(StoragePaths storage)
{
    /// <summary>The generations of models.</summary>
    public string Models { get; } = Path.Combine(storage.Directory, "models");

    /// <summary>What runs work on: training texts and unfinished models. A run's folder goes when the run ends.</summary>
    public string Runs { get; } = Path.Combine(storage.Directory, "retraining");

    /// <summary>Held by the process that retrains or rolls back.</summary>
    public string Lock { get; } = Path.Combine(storage.Directory, "retraining.lock");

    /// <summary>A run's folder.</summary>
    /// <param name="runId">The run.</param>
    public string Of(long runId) => Path.Combine(Runs, runId.ToString(CultureInfo.InvariantCulture));
}
