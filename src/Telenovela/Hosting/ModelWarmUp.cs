using Telenovela.Story.Models;

namespace Telenovela.Hosting;

/// <summary>Loads the models before the first interaction comes, and says what is there.</summary>
internal sealed partial class ModelWarmUp(ModelShelf shelf, ILogger<ModelWarmUp> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var refused in shelf.Refused)
        {
            Log.Refused(logger, refused.Key, refused.Value);
        }

        if (shelf.Telenovelas.Count == 0)
        {
            Log.NoModel(logger, shelf.Directory);
        }
        else
        {
            Log.Ready(logger, shelf.Telenovelas.Count, string.Join(", ", shelf.Telenovelas.Select(telenovela => telenovela.Title)));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Count} telenovelas can be written: {Titles}")]
        public static partial void Ready(ILogger logger, int count, string titles);

        [LoggerMessage(LogLevel.Warning, "No language model in {Directory}: generating will say so. Train one with `telenovela train`")]
        public static partial void NoModel(ILogger logger, string directory);

        [LoggerMessage(LogLevel.Error, "Model {Model} is refused: {Reason}")]
        public static partial void Refused(ILogger logger, string model, string reason);
    }
}
