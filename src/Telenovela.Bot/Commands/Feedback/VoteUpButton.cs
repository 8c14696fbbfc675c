using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Feedback;

/// <summary>👍</summary>
/// <param name="messages">Finds out which text.</param>
/// <param name="feedback">Keeps the vote.</param>
/// <param name="text">What is said.</param>
public sealed class VoteUpButton(RatedMessages messages, FeedbackStore feedback, IStringLocalizer<ReviewText> text)
    : VoteButton(HandlerName, VoteValue.Up, messages, feedback, text)
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "vote-up";
}
