using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;

namespace Telenovela.Hosting;

/// <summary>
/// Loads the models before the first interaction comes, says what is there, and looks every other second whether another generation is to be used, which
/// a command may have published or gone back to.
/// </summary>
internal sealed partial class ModelWatch(LiveModels live, TimeProvider clock, ILogger<ModelWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        live.Refused += (generation, reason) => Log.Refused(logger, generation, reason);
        live.Exchanged += Say;

        // Loads; on a busy machine for longer than whoever stops the bot meanwhile waits.
        await Task.Run(() => live.Shelf, CancellationToken.None).WaitAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                live.Refresh();
            }
        }
        catch (OperationCanceledException)
        {
            // The bot stops.
        }
    }

    private void Say(ModelShelf shelf, Generation generation)
    {
        if (shelf.Telenovelas.Count == 0)
        {
            Log.NoModel(logger, shelf.Directory);
        }
        else
        {
            Log.Ready(logger, shelf.Telenovelas.Count, string.Join(", ", shelf.Telenovelas.Select(telenovela => telenovela.Title)), generation.Id ?? "shipped");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Count} telenovelas can be written: {Titles}. Models: {Generation}")]
        public static partial void Ready(ILogger logger, int count, string titles, string generation);

        [LoggerMessage(LogLevel.Warning, "No language model in {Directory}: generating will say so. Train one with `telenovela train`")]
        public static partial void NoModel(ILogger logger, string directory);

        [LoggerMessage(LogLevel.Error, "{Model} is refused: {Reason}")]
        public static partial void Refused(ILogger logger, string model, string reason);
    }
}
