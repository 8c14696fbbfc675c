using Microsoft.Extensions.Localization;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Commands.Generate;

/// <summary>"Again" under a generated text: the same request with another seed, as a new message.</summary>
public sealed class GenerateAgainButton(IScriptWriter writer, GeneratedMessage message, IStringLocalizer<BotText> text) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "generate-again";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: false);

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var settings = GenerationSettings.FromCustomId(interaction.Component!.CustomId) ?? throw new ReplyException(text["UnknownInteraction"]);
        var prompt = GeneratedMessage.PromptOf(interaction.Component.Message);
        var request = settings.ToRequest(prompt, GenerationSettings.SeedOf(interaction.Id));
        return Task.FromResult<Reply>(message.Show(writer.WriteOrExplain(request, text, cancellationToken), prompt, settings));
    }
}
