using System.Text.RegularExpressions;
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
internal static partial class Words
{
    private const string NoSuchValue = "Failed to convert configuration value";

    /// <summary>The sentence; null where the exception is a fault of ours.</summary>
    public static string? For(Exception exception) => exception switch
    {
        StoreException or StoreUnavailableException => exception.Message,
        GenerationException or RetrainingException => exception.Message,
        FailureException or UnknownTelenovelaException or UnknownArcException or NoModelException => exception.Message,
        CheckpointException or TrainingException or DiscordRequestException or DiscordUnauthorizedException => exception.Message,
        OptionsValidationException invalid =>
            string.Join(Environment.NewLine, invalid.Failures.Select(failure => Annotation().Replace(failure, "$1"))),
        InvalidOperationException { Message: var message } when message.StartsWith(NoSuchValue, StringComparison.Ordinal) => message,
        HttpRequestException or IOException or UnauthorizedAccessException => exception.Message,
        OperationCanceledException { InnerException: TimeoutException } => "No answer came in time.",
        OperationCanceledException => "Stopped.",
        _ => null,
    };

    /// <summary>What the framework puts around the sentence of an option's rule.</summary>
    [GeneratedRegex(
        "^DataAnnotation validation failed for '[^']*' members: '[^']*' with the error: '(.*)'\\.$",
        RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Annotation();
}
