using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Generate;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Resources;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Commands.Feedback;

/// <summary>The row that stands under every generated text: good, bad, report.</summary>
/// <param name="text">What is said.</param>
public sealed class FeedbackRow(IStringLocalizer<ReviewText> text)
{
    /// <summary>The row for a text.</summary>
    /// <param name="written">The text.</param>
    /// <param name="settings">What it was asked with.</param>
    public ActionRow Of(WrittenText written, GenerationSettings settings)
    {
        var tag = GeneratedTextTag.Of(written, settings);
        return new ActionRow(
            new Button(tag.ToCustomId(VoteUpButton.HandlerName), text["Vote_ButtonUp"], ButtonStyle.Secondary, "👍"),
            new Button(tag.ToCustomId(VoteDownButton.HandlerName), text["Vote_ButtonDown"], ButtonStyle.Secondary, "👎"),
            new Button(tag.ToCustomId(ReportButton.HandlerName), text["Report_Button"], ButtonStyle.Secondary, "🚩"));
    }
}
