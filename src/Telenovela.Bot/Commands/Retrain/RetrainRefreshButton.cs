using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.Retrain;

/// <summary>"Refresh" under a status.</summary>
/// <param name="retrainers">Says who may.</param>
/// <param name="status">Shows it.</param>
public sealed class RetrainRefreshButton(Retrainers retrainers, RetrainStatus status) : IInteractionHandler
{
    /// <summary>Its custom id.</summary>
    public const string HandlerName = "retrain-refresh";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true, ReplacesMessage: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        retrainers.Require(interaction);
        return await status.ShowAsync(cancellationToken).ConfigureAwait(false) with { ReplacesMessage = true };
    }
}
