using Microsoft.Extensions.Options;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Health;
using Telenovela.Discord.Rest;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Training;
using Telenovela.Story.Models.Generations;
using Telenovela.Story.Writing;

namespace Telenovela.Cli;

/// <summary>Which exceptions can be told to a person in one sentence; all others keep their stack trace.</summary>
internal static class Words
{
    /// <summary>The sentence; null where the exception is a fault of ours.</summary>
    public static string? For(Exception exception) => exception switch
    {
        StoreException or StoreUnavailableException => exception.Message,
        GenerationException or RetrainingException => exception.Message,
        FailureException or UnknownTelenovelaException or UnknownArcException or NoModelException => exception.Message,
        CheckpointException or TrainingException or DiscordRequestException or DiscordUnauthorizedException => exception.Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        HttpRequestException or IOException or UnauthorizedAccessException => exception.Message,
        OperationCanceledException => "Stopped.",
        _ => null,
    };
}
