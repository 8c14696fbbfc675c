using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Commands.Feedback;

/// <summary><c>/telenovela best</c>: the texts that people of this server liked most.</summary>
public sealed class BestCommand(
    FeedbackStore feedback, GuildWords words, IScriptWriter writer, TimeProvider clock, IStringLocalizer<ReviewText> text) : ISubcommand
{
    private const int Rose = 0xC2185B;
    private const int MostShown = 5;
    private const int MostAsked = 25;
    private const int MostText = 600;
    private const string AllTime = "all";

    /// <inheritdoc/>
    public string Name => "telenovela best";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("best", "lo-mejor"), new("What people here liked most", "Lo que más gustó aquí"))
    {
        Options =
        [
            new(
                OptionType.Text, new("time", "tiempo"),
                new("Of this week, or of all time; the week by default", "De esta semana o de siempre; si no se dice, la semana"))
            {
                Choices = [new Choice("week", "week"), new Choice("all time", AllTime)],
            },
        ],
    };

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: false);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = interaction.GuildId ?? throw new ReplyException(text["Review_Server"]);
        var isAll = interaction.Command!.Text("time") == AllTime;
        var since = isAll ? DateTimeOffset.MinValue : clock.GetUtcNow().AddDays(-7);
        var unwanted = await words.OfAsync(guild, cancellationToken).ConfigureAwait(false);

        // A word may have been put on the list after the text was written.
        var best = (await feedback.BestAsync(guild, since, MostAsked, cancellationToken).ConfigureAwait(false))
            .Where(liked => unwanted.FindIn(liked.Text).Count == 0).Take(MostShown).ToList();
        return new MessageReply
        {
            Embeds =
            [
                new Embed
                {
                    Title = text[isAll ? "Best_All" : "Best_Week"],
                    Description = best.Count == 0 ? text["Best_None"] : string.Join("\n\n", best.Select(liked => Show(guild, liked))),
                    Color = Rose,
                },
            ],
        };
    }

    private string Show(ulong guild, LikedText liked)
    {
        var title = writer.Telenovelas.FirstOrDefault(known => known.Id == TelenovelaOf(liked.Settings))?.Title;
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"👍 {liked.Votes.Up} · 👎 {liked.Votes.Down} · https://discord.com/channels/{guild}/{liked.ChannelId}/{liked.MessageId}");
        return $"{(title is null ? "" : $"**{SafeText.Inline(title, 100)}** · ")}{head}\n{SafeText.Block(liked.Text, MostText)}";
    }

    private static string? TelenovelaOf(string settings)
    {
        try
        {
            using var json = JsonDocument.Parse(settings);
            return json.RootElement.TryGetProperty("telenovela", out var id) ? id.GetString() : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
