using System.Text.RegularExpressions;

namespace Telenovela.Bot.Contributions.Checks.Content;

/// <summary>Finds Discord's tags: mentions of people, roles, channels, commands and everyone, emoji codes, timestamps.</summary>
public static class Mentions
{
    private static readonly Regex Tags = new(
        @"<\s*(@[!&]?\s*[0-9]+|#\s*[0-9]+|a?:\w{2,32}:\s*[0-9]+|/[^<>]{1,80}:[0-9]+|id:[a-z]+|t:-?[0-9]+(:[a-z])?|sound:[0-9:]+)\s*>|@\s*(everyone|here)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Looks through a text.</summary>
    /// <param name="revealed">The text, revealed.</param>
    /// <param name="line">Which line it is, from 1; 0 for the whole.</param>
    public static IEnumerable<RuleFinding> Find(string revealed, int line) =>
        Tags.Matches(revealed).Select(match => RuleFinding.Refuse(IssueCode.Mention, line, match.Value));
}
