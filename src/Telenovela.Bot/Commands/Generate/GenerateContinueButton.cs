using Microsoft.Extensions.Localization;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Commands.Generate;

/// <summary>"Continue" under a generated text: the next lines carry on from its last words, as a new message.</summary>
public sealed class GenerateContinueButton(IScriptWriter writer, GeneratedMessage message, IStringLocalizer<BotText> text) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "generate-continue";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: false);

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var settings = GenerationSettings.FromCustomId(interaction.Component!.CustomId) ?? throw new ReplyException(text["UnknownInteraction"]);
        var tail = GeneratedMessage.TailOf(interaction.Component.Message);
        var request = settings.ToRequest(tail, GenerationSettings.SeedOf(interaction.Id));
        return Task.FromResult<Reply>(message.Show(writer.WriteOrExplain(request, text, cancellationToken), tail, settings));
    }
}
