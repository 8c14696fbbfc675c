using Microsoft.Extensions.Localization;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>Answers what no handler knows: a command removed since it was registered, or a button of an older version.</summary>
public sealed class UnknownHandler(IStringLocalizer<BotText> text) : IInteractionHandler
{
    /// <inheritdoc/>
    public string Name => "";

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => null;

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken) =>
        Task.FromResult<Reply>(new MessageReply { Content = text["UnknownInteraction"], Ephemeral = true });
}
