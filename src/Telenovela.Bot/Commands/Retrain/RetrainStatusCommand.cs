using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.Retrain;

/// <summary><c>/telenovela-admin retrain status</c>: how far the learning is, or how it ended.</summary>
/// <param name="retrainers">Says who may.</param>
/// <param name="status">Shows it.</param>
public sealed class RetrainStatusCommand(Retrainers retrainers, RetrainStatus status) : ISubcommand
{
    /// <inheritdoc/>
    public string Name => "telenovela-admin retrain status";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("status", "estado"), new("How far the learning is, or how it ended", "Cuánto lleva el aprendizaje, o cómo acabó"));

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        retrainers.Require(interaction);
        return await status.ShowAsync(cancellationToken).ConfigureAwait(false);
    }
}
