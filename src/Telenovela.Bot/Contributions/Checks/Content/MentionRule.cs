using System.Text.RegularExpressions;

namespace Telenovela.Bot.Contributions.Checks.Content;

/// <summary>Finds Discord's tags: mentions of people, roles, channels, commands and everyone, emoji codes, timestamps.</summary>
public sealed class MentionRule : LineRule
{
    private static readonly Regex Tags = new(
        @"<\s*(@[!&]?\s*[0-9]+|#\s*[0-9]+|a?:\w{2,32}:\s*[0-9]+|/[^<>]{1,80}:[0-9]+|id:[a-z]+|t:-?[0-9]+(:[a-z])?|sound:[0-9:]+)\s*>|@\s*(everyone|here)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    protected override bool ChecksNames => true;

    /// <summary>Whether a text holds a tag.</summary>
    /// <param name="revealed">A text, revealed.</param>
    internal static bool IsIn(string revealed) => Tags.IsMatch(revealed);

    /// <inheritdoc/>
    protected override IEnumerable<RuleFinding> Check(ContributionDraft draft, DraftLine line) => Tags.Matches(line.Revealed)
        .Select(match => RuleFinding.Refuse(match.Value.Contains(':', StringComparison.Ordinal) && match.Value[1] is ':' or 'a' or 'A' ? IssueCode.CustomEmoji : IssueCode.Mention, line.Number, match.Value));
}
