using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Retraining;

namespace Telenovela.Bot.Commands.Retrain;

/// <summary><c>/telenovela-admin retrain cancel</c>: stops the run under way.</summary>
/// <param name="retrainers">Says who may.</param>
/// <param name="retraining">Stops it.</param>
/// <param name="text">What is said.</param>
public sealed class RetrainCancelCommand(Retrainers retrainers, IRetraining retraining, IStringLocalizer<RetrainText> text) : ISubcommand
{
    /// <inheritdoc/>
    public string Name => "telenovela-admin retrain cancel";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("cancel", "cancelar"), new("Stops the learning; nothing changes", "Detiene el aprendizaje; no cambia nada"));

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        retrainers.Require(interaction);
        return Task.FromResult<Reply>(new MessageReply { Content = text[retraining.Cancel() ? "Cancel_Done" : "Cancel_None"], Ephemeral = true });
    }
}
