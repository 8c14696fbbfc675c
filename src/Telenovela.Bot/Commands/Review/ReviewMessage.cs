using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Review;

/// <summary>How a line is shown to moderators. Everything that the buttons need stands in their custom ids, so they work after a restart.</summary>
/// <param name="queue">The lines.</param>
/// <param name="text">What is said.</param>
/// <param name="botText">What the checks say.</param>
public sealed class ReviewMessage(ReviewQueue queue, IStringLocalizer<ReviewText> text, IStringLocalizer<BotText> botText)
{
    private const int Amber = 0xFFA000;
    private const int Green = 0x2E7D32;
    private const int Red = 0xC62828;
    private const int MostField = 1000;

    /// <summary>The next pending line behind another, or from the beginning again; words where there is none.</summary>
    /// <param name="guildId">The server.</param>
    /// <param name="after">The line behind which to look; 0 for the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="notice">What is said above it; null for nothing.</param>
    /// <param name="decided">A decision that can be taken back there; null for none.</param>
    public async Task<MessageReply> NextAsync(
        ulong guildId, long after, CancellationToken cancellationToken, string? notice = null, DecisionResult? decided = null)
    {
        var item = await queue.NextAsync(guildId, after, cancellationToken).ConfigureAwait(false);
        if (item is null && after > 0)
        {
            item = await queue.NextAsync(guildId, 0, cancellationToken).ConfigureAwait(false);
        }

        Button[] undo = decided is null
            ? []
            : [new Button(Id(ReviewUndoButton.HandlerName, decided.ContributionId), text["Review_Undo"], ButtonStyle.Secondary, "↩️")];
        if (item is null)
        {
            var empty = text["Review_Empty"].Value;
            return new MessageReply
            {
                Content = notice is null ? empty : $"{notice}\n{empty}",
                Ephemeral = true,
                Rows = undo.Length == 0 ? [] : [new ActionRow(undo)],
            };
        }

        return Pending(
            item,
            await queue.CountAsync(guildId, cancellationToken).ConfigureAwait(false),
            await queue.CountRestAsync(guildId, item.Id, cancellationToken).ConfigureAwait(false),
            undo) with
        { Content = notice ?? "" };
    }

    /// <summary>What became of lines, to be said above the next one.</summary>
    /// <param name="item">The first of them; null where it is gone.</param>
    /// <param name="result">The decision.</param>
    /// <param name="reason">Why, where one was given.</param>
    public string Noticed(ReviewItem? item, DecisionResult result, string? reason)
    {
        var why = reason is null ? "" : $"\n> {SafeText.Inline(reason, 300)}";
        return result.Lines > 1
            ? text["Review_Done" + result.Kind + "Many", result.Lines] + why
            : text["Review_Done" + result.Kind, result.ContributionId]
                + (item is null ? "" : " " + Line(item.Character, item.Text, 300)) + why;
    }

    /// <summary>A line that somebody else decided on, or that is gone, with no more buttons but the one to go on.</summary>
    /// <param name="item">The line; null where it is gone.</param>
    /// <param name="result">The decision that counts.</param>
    /// <param name="moderatorId">Who looks at it.</param>
    public MessageReply Late(ReviewItem? item, DecisionResult result, ulong moderatorId)
    {
        var go = new ActionRow(
            new Button(Id(ReviewNextButton.HandlerName, result.ContributionId), text["Review_Next"], ButtonStyle.Primary, "⏭️"));
        if (item is null || result.Kind is not { } kind)
        {
            return new MessageReply { Content = text["Review_Gone"], Ephemeral = true, ReplacesMessage = true, Rows = [go] };
        }

        var late = result.ModeratorId == moderatorId ? "" : text["Review_Late"].Value + "\n";
        var by = text["Review_By" + kind, string.Create(CultureInfo.InvariantCulture, $"<@{result.ModeratorId}>")];
        return new MessageReply
        {
            Ephemeral = true,
            ReplacesMessage = true,
            Embeds =
            [
                new Embed
                {
                    Title = Title(item),
                    Description = $"{Line(item.Character, item.Text, 2000)}\n\n{late}{by}",
                    Color = kind == ModerationKind.Rejected ? Red : Green,
                },
            ],
            Rows = [go],
        };
    }

    private static string Title(ReviewItem item) => string.Create(CultureInfo.InvariantCulture, $"#{item.Id} · {SafeText.Inline(item.TelenovelaTitle, 150)}");

    private static string Line(string? character, string words, int most) =>
        $"{(character is null ? "" : $"**{SafeText.Inline(character, 100)}**: ")}{SafeText.Inline(words, most)}";

    private MessageReply Pending(ReviewItem item, int waiting, RestCounts rest, Button[] undo)
    {
        var fields = new List<EmbedField>
        {
            new(text["Review_About"], text["Review_AboutText", string.Create(CultureInfo.InvariantCulture, $"<@{item.UserId}>"), item.Language, item.Arc is null ? "—" : SafeText.Inline(item.Arc, 60), $"<t:{item.SubmittedAt.ToUnixTimeSeconds()}:R>"]),
        };
        if (item.Context.Count > 0)
        {
            fields.Add(new EmbedField(text["Review_Context"], Limit(string.Join('\n', item.Context.Select(around => $"> {(around.Offset < 0 ? "↑" : "↓")} {Line(around.Character, around.Text, 200)}")))));
        }

        if (item.Hints.Count > 0)
        {
            fields.Add(new EmbedField(text["Review_Hints"], Limit(string.Join('\n', item.Hints.Select(hint => $"- {botText.SayHint(hint)}")))));
        }

        return new MessageReply
        {
            Ephemeral = true,
            Embeds =
            [
                new Embed
                {
                    Title = Title(item),
                    Description = Line(item.Character, item.Text, 3000),
                    Color = Amber,
                    Fields = fields,
                    Footer = text["Review_Waiting", waiting >= ReviewQueue.MostCounted ? $"{ReviewQueue.MostCounted}+" : waiting.ToString(CultureInfo.CurrentCulture)],
                },
            ],
            Rows =
            [
                new ActionRow(
                [
                    new Button(Id(ReviewApproveButton.HandlerName, item.Id), text["Review_Approve"], ButtonStyle.Success, "✅"),
                    new Button(Id(ReviewEditButton.HandlerName, item.Id), text["Review_Edit"], ButtonStyle.Secondary, "✏️"),
                    new Button(Id(ReviewRejectButton.HandlerName, item.Id), text["Review_Reject"], ButtonStyle.Danger, "❌"),
                    new Button(Id(ReviewNextButton.HandlerName, item.Id), text["Review_Skip"], ButtonStyle.Secondary, "⏭️"),
                    .. undo,
                ]),
                .. RestRow(item.Id, RestOf.Submission, rest.OfSubmission, rest.Last),
                .. RestRow(item.Id, RestOf.Giver, rest.OfGiver == rest.OfSubmission ? 0 : rest.OfGiver, rest.Last),
            ],
        };
    }

    private IEnumerable<ActionRow> RestRow(long id, RestOf rest, int lines, long last)
    {
        if (lines > 1)
        {
            var (approve, reject) = (
                ReviewRestButton.Id(ModerationKind.Approved, rest, last, id),
                ReviewRestButton.Id(ModerationKind.Rejected, rest, last, id));
            yield return new ActionRow(
                new Button(approve, text["Review_Approve" + rest, lines], ButtonStyle.Success, "✅"),
                new Button(reject, text["Review_Reject" + rest, lines], ButtonStyle.Danger, "❌"));
        }
    }

    private static string Id(string handler, long id) => string.Create(CultureInfo.InvariantCulture, $"{handler}:{id}");

    private static string Limit(string value) => value.Length <= MostField ? value : value[..value.LastIndexOf('\n', MostField - 2)] + "\n…";
}
