using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Review;

/// <summary>Decides on the rest of a submission, or of a person; before lines are rejected, it asks why.</summary>
public sealed class ReviewRestButton(Moderators moderators, ReviewDecisions decisions, IStringLocalizer<ReviewText> text)
    : IInteractionHandler
{
    /// <summary>The prefix of its custom ids, <c>review-rest:Approved:Submission:9:7</c>: lines 7 to 9.</summary>
    public const string HandlerName = "review-rest";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <summary>The custom id of a button.</summary>
    public static string Id(ModerationKind kind, RestOf rest, long last, long id) =>
        string.Create(CultureInfo.InvariantCulture, $"{HandlerName}:{kind}:{rest}:{last}:{id}");

    /// <summary>A modal must be the first response.</summary>
    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) =>
        Read(interaction.Component!.CustomId).Kind == ModerationKind.Rejected ? null : new(Ephemeral: true, ReplacesMessage: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = await moderators.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        var asked = Read(interaction.Component!.CustomId);
        return asked.Kind == ModerationKind.Rejected
            ? new ModalReply(
                string.Create(CultureInfo.InvariantCulture, $"{ReviewRejectModal.HandlerName}:{asked.Lines}:{asked.Last}:{asked.Id}"),
                text["Reject_Many"],
                [
                    new ModalField(
                        text["Reject_Reason"],
                        new TextInput(ReviewRejectModal.Field, Paragraph: true, MinLength: 2, MaxLength: ReviewRejectModal.MostCharacters),
                        text["Reject_Hint"]),
                ])
            : await decisions.TakeRestAsync(
                new Decision(asked.Id, guild, interaction.User.Id, asked.Kind), asked.Lines, asked.Last, interaction, cancellationToken)
                .ConfigureAwait(false);
    }

    /// <summary>A forged id is about no line.</summary>
    private static Asked Read(string customId) =>
        customId.Split(':') is [_, nameof(ModerationKind.Approved) or nameof(ModerationKind.Rejected), var rest, var last, _] parts
            && Enum.TryParse<RestOf>(rest, out var which)
            ? new Asked(Enum.Parse<ModerationKind>(parts[1]), which, ReviewId.Of(last), ReviewId.Of(customId))
            : new Asked(ModerationKind.Approved, RestOf.Submission, 0, 0);

    private sealed record Asked(ModerationKind Kind, RestOf Lines, long Last, long Id);
}
