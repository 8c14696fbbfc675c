using System.Text.RegularExpressions;
using Telenovela.Bot.Markdown;

namespace Telenovela.Bot.Contributions.Checks.Content;

/// <summary>Finds addresses, domains and invites, also those that were written to escape notice (<c>example [dot] com</c>).</summary>
public sealed class LinkRule : LineRule
{
    private static readonly Regex Spelled = new(
        @"[a-z0-9-]{2,}\s*[\[({]\s*(\.|dot|punto)\s*[\])}]\s*[a-z]{2,10}|[a-z0-9-]{2,}\s+(dot|punto)\s+(com|net|org|gg|io|mx)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    protected override bool ChecksNames => true;

    /// <inheritdoc/>
    protected override IEnumerable<RuleFinding> Check(ContributionDraft draft, DraftLine line)
    {
        var revealed = line.Revealed;
        var spans = LinkScanner.Find(revealed);
        foreach (var span in spans)
        {
            // The part behind the at sign of an e-mail address is reported as such.
            if (span.Start == 0 || revealed[span.Start - 1] != '@')
            {
                yield return RuleFinding.Refuse(span.Kind == LinkKind.Invite ? IssueCode.Invite : IssueCode.Link, line.Number, revealed.Substring(span.Start, span.Length));
            }
        }

        if (spans.Count == 0 && Spelled.Match(revealed) is { Success: true } spelled)
        {
            yield return RuleFinding.Refuse(IssueCode.Link, line.Number, spelled.Value);
        }
    }
}
