using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Contribute;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Corpus.Formats;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Commands.ContributeScript;

/// <summary>Shows what was understood of a script: lines, speakers, what was skipped and what the checks leave out.</summary>
/// <param name="drafts">Keeps it until the giver's word.</param>
/// <param name="text">What is said.</param>
/// <param name="botText">What the checks say.</param>
public sealed class ScriptPreview(ScriptDrafts drafts, IStringLocalizer<ContributeText> text, IStringLocalizer<BotText> botText)
{
    private const int Rose = 0xC2185B;
    private const int MostField = 1000;
    private const int MostSpeakers = 12;
    private const int MostNamed = 5;

    /// <summary>Shows it, with a button to submit where something is left to submit.</summary>
    /// <param name="interaction">Who gave it, and where.</param>
    /// <param name="draft">For which telenovela, in which language.</param>
    /// <param name="read">What the reader made of it.</param>
    /// <param name="checkedLines">What the checks made of that.</param>
    public MessageReply Show(Interaction interaction, ContributionDraft draft, ReadResult read, CheckedContribution checkedLines)
    {
        var speakers = ScriptCounts.LinesBySpeaker(read.Episode);
        var fields = new List<EmbedField>
        {
            new(text["Preview_Lines"], text["Preview_LinesText", checkedLines.Lines.Count, ScriptCounts.Of(read.Episode).Lines, read.Format]),
            new(text["Preview_Speakers"], Limit(speakers.Count == 0
                ? text["Preview_NoSpeakers"]
                : string.Join(", ", speakers.OrderByDescending(speaker => speaker.Value).Take(MostSpeakers).Select(speaker => string.Create(CultureInfo.InvariantCulture, $"{SafeText.Inline(speaker.Key, 60)} ({speaker.Value})"))) +
                    (speakers.Count > MostSpeakers ? ", …" : ""))),
        };
        if (checkedLines.Problems.Count > 0)
        {
            fields.Add(new EmbedField(text["Preview_LeftOut"], Limit(LeftOut(checkedLines.Problems))));
        }

        if (read.SkipCount > 0)
        {
            fields.Add(new EmbedField(
                text["Preview_Skipped", read.SkipCount],
                Limit(string.Join('\n', read.Skips.Take(MostNamed).Select(skip => string.Create(CultureInfo.InvariantCulture, $"{skip.Line}: {SafeText.Inline(skip.Reason, 120)}"))))));
        }

        return new MessageReply
        {
            Ephemeral = true,
            Embeds =
            [
                new Embed
                {
                    Title = text["Preview_Title", SafeText.Inline(draft.Telenovela, 100)],
                    Description = checkedLines.Lines.Count == 0 ? text["Preview_Nothing"] : ContributionAnswer.Quote([.. checkedLines.Lines.Take(MostNamed)]),
                    Color = Rose,
                    Fields = fields,
                    Footer = text["Preview_Footer"],
                },
            ],
            Rows = checkedLines.Lines.Count == 0 ? [] : [Buttons(drafts.Keep(new ScriptDraft(interaction.User.Id, draft.GuildId, checkedLines.Lines)), checkedLines.Lines.Count)],
        };
    }

    private static string Limit(string value) => value.Length <= MostField ? value : value[..value.LastIndexOfAny(['\n', ','], MostField - 2)] + " …";

    private ActionRow Buttons(string key, int lines) => new(
        new Button($"{ScriptSubmitButton.HandlerName}:{key}", text["Preview_Submit", lines], ButtonStyle.Success, "🎬"),
        new Button($"{ScriptCancelButton.HandlerName}:{key}", text["Preview_Cancel"], ButtonStyle.Secondary));

    /// <summary>Each kind of problem once, with how many lines have it and the first of them.</summary>
    private string LeftOut(IReadOnlyList<ContributionIssue> problems) => string.Join('\n', problems
        .GroupBy(problem => problem.Code)
        .OrderByDescending(kind => kind.Count())
        .Select(kind => string.Create(CultureInfo.InvariantCulture, $"- {kind.Count()} × {botText.Say(kind.First())}")));
}
