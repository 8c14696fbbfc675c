using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Retrain;

/// <summary><c>/telenovela-admin retrain now</c>: begins a run and doesn't wait for its end.</summary>
/// <param name="retrainers">Says who may.</param>
/// <param name="retraining">Begins it.</param>
/// <param name="status">Shows it.</param>
/// <param name="text">What is said.</param>
/// <param name="logger">Told where a run breaks.</param>
public sealed partial class RetrainNowCommand(
    Retrainers retrainers, IRetraining retraining, RetrainStatus status, IStringLocalizer<RetrainText> text, ILogger<RetrainNowCommand> logger) : ISubcommand
{
    /// <inheritdoc/>
    public string Name => "telenovela-admin retrain now";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("now", "ahora"), new("Has the models learn what is new", "Hace que los modelos aprendan lo nuevo"));

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        retrainers.Require(interaction);
        var run = retraining.Request(new RunRequest(RunTrigger.Command)) ?? throw new ReplyException(text["Now_Already"]);
        if (run.IsCompletedSuccessfully)
        {
            return Task.FromResult<Reply>(run.Result is { } ended ? status.Ended(ended) : throw new ReplyException(text["Now_Elsewhere"]));
        }

        _ = ObserveAsync(run);
        return Task.FromResult<Reply>(status.Begun());
    }

    private async Task ObserveAsync(Task<RunSummary?> run)
    {
        try
        {
            await run.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The bot stops.
        }
        catch (Exception exception)
        {
            Log.Broken(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The run that /telenovela-admin retrain now began has broken")]
        public static partial void Broken(ILogger logger, Exception exception);
    }
}
