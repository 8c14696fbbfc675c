using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.MyData;

/// <summary>A page of what is kept about a person.</summary>
/// <param name="data">What is kept.</param>
/// <param name="register">What the person agreed to.</param>
/// <param name="text">What is said.</param>
public sealed class MyDataPage(PersonalData data, ConsentRegister register, IStringLocalizer<ContributeText> text)
{
    private const int Rose = 0xC2185B;
    private const int LinesAPage = 6;

    /// <summary>Shows a page.</summary>
    /// <param name="userId">The person.</param>
    /// <param name="before">Only lines with a smaller id; null for the newest.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="notice">What is said above it; null for nothing.</param>
    public async Task<MessageReply> ShowAsync(ulong userId, long? before, CancellationToken cancellationToken, string? notice = null)
    {
        var consent = await register.OfAsync(userId, cancellationToken).ConfigureAwait(false);
        var found = await data.LinesAsync(userId, before, LinesAPage + 1, cancellationToken).ConfigureAwait(false);
        var lines = found.Take(LinesAPage).ToList();
        return new MessageReply
        {
            Ephemeral = true,
            Content = notice ?? "",
            Embeds =
            [
                new Embed
                {
                    Title = text["MyData_Title"],
                    Description = Describe(lines, before),
                    Color = Rose,
                    Fields = [new EmbedField(text["MyData_Consent"], Consent(consent)), new EmbedField(text["MyData_Credit"], Credit(consent))],
                    Footer = text["MyData_Footer"],
                },
            ],
            Rows = [.. Rows(lines, before, found.Count > LinesAPage, consent)],
        };
    }

    private static string Mark(ContributionStatus status) => status switch
    {
        ContributionStatus.Approved => "✅",
        ContributionStatus.Rejected => "❌",
        _ => "⏳",
    };

    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    private string Describe(List<OwnLine> lines, long? before)
    {
        if (lines.Count == 0)
        {
            return before is null ? text["MyData_Empty"] : text["MyData_NoMore"];
        }

        var shown = new StringBuilder();
        foreach (var line in lines)
        {
            var speaker = line.Character is null ? "" : $"**{SafeText.Inline(line.Character, 80)}**: ";
            shown.Append(CultureInfo.InvariantCulture, $"{Mark(line.Status)} `#{line.Id}` {SafeText.Inline(line.TelenovelaTitle, 100)} · <t:{line.SubmittedAt.ToUnixTimeSeconds()}:d>\n> {speaker}{SafeText.Inline(line.Text, 300)}\n\n");
        }

        return shown.ToString().TrimEnd();
    }

    private string Consent(ConsentStatus consent) => consent switch
    {
        { Version: null } => text["MyData_ConsentNever"],
        { WithdrawnAt: { } at } => text["MyData_ConsentWithdrawn", $"<t:{at.ToUnixTimeSeconds()}:D>"],
        _ => text["MyData_ConsentGiven", consent.Version, $"<t:{consent.At!.Value.ToUnixTimeSeconds()}:D>"],
    };

    private string Credit(ConsentStatus consent) =>
        consent.CreditName is { } name ? SafeText.Inline(name, 200) : text["MyData_CreditNone"];

    private IEnumerable<ActionRow> Rows(List<OwnLine> lines, long? before, bool more, ConsentStatus consent)
    {
        if (lines.Count > 0)
        {
            yield return new ActionRow(new SelectMenu(
                MyDataDeleteSelect.HandlerName,
                [.. lines.Select(line => new SelectOption(SafeText.Plain(text["MyData_DeleteOne", line.Id, line.Text], 100), Id(line.Id)))],
                text["MyData_DeleteChoose"]));
        }

        if (before is not null || more)
        {
            yield return new ActionRow(
                new Button($"{MyDataPageButton.HandlerName}:", text["MyData_Newest"], ButtonStyle.Secondary) { Disabled = before is null },
                new Button($"{MyDataPageButton.HandlerName}:{(more ? Id(lines[^1].Id) : "-")}", text["MyData_Older"], ButtonStyle.Secondary) { Disabled = !more });
        }

        var isKnown = consent.Version is not null;
        yield return new ActionRow(
            new Button(MyDataExportButton.HandlerName, text["MyData_Export"], ButtonStyle.Secondary, "💾"),
            new Button(MyDataCreditButton.HandlerName, text["MyData_CreditChange"], ButtonStyle.Secondary, "✍️") { Disabled = !isKnown },
            new Button(MyDataWithdrawButton.HandlerName, text["MyData_Withdraw"], ButtonStyle.Secondary) { Disabled = !consent.Covers(1) },
            new Button(MyDataDeleteAllButton.HandlerName, text["MyData_DeleteAll"], ButtonStyle.Danger, "🗑️"));
    }
}
