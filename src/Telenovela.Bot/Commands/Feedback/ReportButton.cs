using Microsoft.Extensions.Localization;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Feedback;

/// <summary>"Report" under a generated text: asks why.</summary>
/// <param name="text">What is said.</param>
public sealed class ReportButton(IStringLocalizer<ReviewText> text) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "report";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => null;

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var tag = GeneratedTextTag.FromCustomId(interaction.Component!.CustomId) ?? throw new ReplyException(text["Feedback_Unknown"]);
        return Task.FromResult<Reply>(new ModalReply(
            tag.ToCustomId(ReportModal.HandlerName),
            text["Report_Title"],
            [new ModalField(text["Report_Reason"], new TextInput(ReportModal.ReasonField, Paragraph: true, MinLength: 3, MaxLength: ReportModal.MostCharacters), text["Report_Hint"])]));
    }
}
