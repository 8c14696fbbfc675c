using System.Text.RegularExpressions;

namespace Telenovela.Bot.Contributions.Checks.Content;

/// <summary>Finds what leads to a real person: e-mail addresses, names in social networks, telephone, card and identity numbers.</summary>
public sealed class PersonalDataRule : LineRule
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Emails = new(@"[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.[\p{L}]{2,24}", Options);

    private static readonly Regex SpelledEmails = new(
        @"[\p{L}\p{N}._%+-]+(\s*([\[({]\s*(@|at|arroba)\s*[\])}]|@)\s*[\p{L}\p{N}-]+(\s*[\[({]\s*(\.|dot|punto)\s*[\])}]\s*|\.|\s+(dot|punto)\s+)|\s+(at|arroba)\s+[\p{L}\p{N}-]+\s+(dot|punto)\s+)(com|net|org|es|mx|edu|gov|info|io|me|co)\b",
        Options);

    private static readonly Regex Handles = new(
        @"(^|[\s(""'¡¿,;:])@[a-z0-9_][a-z0-9_.]{2,31}|\b(instagram|insta|ig|telegram|snapchat|snap|tik\s?tok|twitter|facebook|whats\s?app|discord|onlyfans|twitch)\s*[:=]\s*@?[a-z0-9_.]{3,32}|\b[a-z0-9_.]{2,32}#[0-9]{4}\b",
        Options);

    /// <inheritdoc/>
    protected override bool ChecksNames => true;

    /// <inheritdoc/>
    protected override IEnumerable<RuleFinding> Check(ContributionDraft draft, DraftLine line)
    {
        var (revealed, number) = (line.Revealed, line.Number);
        var email = revealed.Contains('@', StringComparison.Ordinal) ? Emails.Match(revealed) : Match.Empty;
        email = email.Success ? email : SpelledEmails.Match(revealed);
        if (email.Success)
        {
            yield return RuleFinding.Refuse(IssueCode.EmailAddress, number, email.Value.Trim());
        }

        var handle = Handles.Match(revealed);
        if (handle.Success && !email.Success && !MentionRule.IsIn(handle.Value))
        {
            yield return RuleFinding.Refuse(IssueCode.SocialHandle, number, handle.Value.Trim(' ', '(', '"', '\'', '¡', '¿', ',', ';', ':'));
        }

        foreach (var finding in IdentityNumbers.Find(revealed, number).Concat(StreetAddresses.Find(revealed, number)))
        {
            yield return finding;
        }

        foreach (var run in DigitRun.All(revealed))
        {
            if (run.IsCard)
            {
                yield return RuleFinding.Refuse(IssueCode.CardNumber, number, run.Digits[^4..]);
            }
            else if (run.IsPhone)
            {
                yield return RuleFinding.Refuse(IssueCode.PhoneNumber, number, run.Text);
            }
        }
    }
}
