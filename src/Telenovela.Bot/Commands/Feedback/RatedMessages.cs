using System.Text.Json;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Generate;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Commands.Feedback;

/// <summary>Finds out which generated text somebody judges, from the button and the message that it is under.</summary>
/// <param name="writer">Knows which model writes a telenovela.</param>
/// <param name="text">What is said.</param>
public sealed class RatedMessages(IScriptWriter writer, IStringLocalizer<ReviewText> text)
{
    /// <summary>
    /// The text with what is needed to write it again. The prompt isn't among it: somebody typed it for this one text, and has not
    /// agreed that it is kept.
    /// </summary>
    /// <param name="interaction">The judgement.</param>
    /// <param name="customId">The button's or modal's id.</param>
    /// <param name="message">The message that shows the text.</param>
    /// <exception cref="ReplyException">The id wasn't ours.</exception>
    public RatedMessage Of(Interaction interaction, string customId, CarryingMessage? message)
    {
        if (message is null || GeneratedTextTag.FromCustomId(customId) is not { } tag)
        {
            throw new ReplyException(text["Feedback_Unknown"]);
        }

        var model = tag.Model.Length > 0 ? tag.Model : writer.Telenovelas.FirstOrDefault(known => known.Id == tag.Settings.Telenovela)?.Model ?? "";
        var settings = JsonSerializer.Serialize(new
        {
            telenovela = tag.Settings.Telenovela,
            length = tag.Settings.Length,
            temperature = tag.Settings.Temperature,
            prompted = GeneratedMessage.PromptOf(message) is not null,
        });
        return new RatedMessage(message.Id, interaction.ChannelId ?? 0, interaction.GuildId ?? 0, model, tag.Seed, settings, GeneratedMessage.TextOf(message));
    }
}
