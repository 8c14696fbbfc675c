using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary>Says what became of given lines.</summary>
/// <param name="text">What is said.</param>
/// <param name="botText">What the checks say.</param>
public sealed class ContributionAnswer(IStringLocalizer<ContributeText> text, IStringLocalizer<BotText> botText)
{
    private const int Rose = 0xC2185B;
    private const int Amber = 0xFFA000;
    private const int MostShown = 900;
    private const int MostProblems = 1500;
    private const int MostHints = 4;

    /// <summary>Thanks, with what happens next.</summary>
    /// <param name="lines">What was taken.</param>
    /// <param name="result">What the store said.</param>
    public MessageReply Thank(IReadOnlyList<NewLine> lines, SubmissionResult result) => new()
    {
        Ephemeral = true,
        Embeds =
        [
            new Embed
            {
                Title = lines.Count == 1 ? text["Thanks_One"] : text["Thanks_Many", lines.Count],
                Description = $"{Quote(lines)}\n\n{text["Thanks_Next", result.Pending]}",
                Color = Rose,
                Fields = [.. Hints(lines)],
                Footer = text["Thanks_Numbers", string.Join(", ", Shorten(result.Ids))],
            },
        ],
    };

    /// <summary>What moderators are shown beside the lines: whoever knows it can delete a line and give a better one.</summary>
    private IEnumerable<EmbedField> Hints(IReadOnlyList<NewLine> lines)
    {
        var hints = lines.SelectMany(line => line.Hints).Distinct().Take(MostHints).Select(hint => $"- {botText.SayHint(hint)}").ToList();
        if (hints.Count > 0)
        {
            yield return new EmbedField(text["Thanks_Hints"], string.Join('\n', hints));
        }
    }

    /// <summary>Says what to change, and keeps what was typed.</summary>
    /// <param name="problems">What the checks found.</param>
    /// <param name="fields">What was typed.</param>
    public MessageReply Refuse(IReadOnlyList<ContributionIssue> problems, ContributionFields fields)
    {
        var said = new StringBuilder();
        var shown = 0;
        foreach (var problem in problems)
        {
            var line = $"- {botText.Say(problem)}\n";
            if (said.Length + line.Length > MostProblems)
            {
                said.Append(text["Refused_More", problems.Count - shown].Value);
                break;
            }

            said.Append(line);
            shown++;
        }

        return Refuse(said.ToString().TrimEnd(), fields);
    }

    /// <summary>Says what to do, and keeps what was typed.</summary>
    /// <param name="why">Markdown.</param>
    /// <param name="fields">What was typed.</param>
    public MessageReply Refuse(string why, ContributionFields fields) => new()
    {
        Ephemeral = true,
        Embeds =
        [
            new Embed { Title = text["Refused_Title"], Description = why, Color = Amber },
            new Embed { Title = text["Kept_Text"], Description = fields.ToKeptText() },
            new Embed { Title = text["Kept_Fields"], Description = fields.ToNote() },
        ],
        Rows = [new ActionRow(new Button(ContributeEditButton.HandlerName, text["Refused_Edit"], ButtonStyle.Primary, "✏️"))],
    };

    /// <summary>The first lines, as they will be reviewed.</summary>
    /// <param name="lines">The lines.</param>
    public static string Quote(IReadOnlyList<NewLine> lines)
    {
        var quoted = new StringBuilder();
        foreach (var line in lines)
        {
            var next = $"> {(line.Character is null ? "" : $"**{SafeText.Inline(line.Character, 100)}**: ")}{SafeText.Inline(line.Text, 300)}\n";
            if (quoted.Length + next.Length > MostShown)
            {
                return quoted + "> …";
            }

            quoted.Append(next);
        }

        return quoted.ToString().TrimEnd();
    }

    private static IEnumerable<string> Shorten(IReadOnlyList<long> ids) => ids.Count <= 20
        ? ids.Select(id => string.Create(CultureInfo.InvariantCulture, $"#{id}"))
        : [string.Create(CultureInfo.InvariantCulture, $"#{ids[0]}–#{ids[^1]}")];
}
