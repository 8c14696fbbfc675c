using Microsoft.Extensions.Localization;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Generate;

/// <summary>A button under a generated text: writes once more with the settings in its custom id, as a new message.</summary>
/// <param name="name">The prefix of its custom ids.</param>
/// <param name="promptOf">What the new text carries on from, taken out of the message that the button is under.</param>
/// <param name="writer">Writes.</param>
/// <param name="message">Shows what was written.</param>
/// <param name="text">What is said.</param>
public abstract class GenerateButton(
    string name, Func<CarryingMessage, string?> promptOf, GuildWriter writer, GeneratedMessage message, IStringLocalizer<BotText> text)
    : IInteractionHandler
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool IsCostly => true;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: false);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var settings = GenerationSettings.FromCustomId(interaction.Component!.CustomId) ?? throw new ReplyException(text["UnknownInteraction"]);
        var prompt = promptOf(interaction.Component.Message);
        var request = settings.ToRequest(prompt, GenerationSettings.SeedOf(interaction.Id));
        var written = await writer.WriteAsync(interaction.GuildId, request, cancellationToken).ConfigureAwait(false);
        return message.Show(written, prompt, settings);
    }
}
