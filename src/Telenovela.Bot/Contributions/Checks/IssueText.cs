using Microsoft.Extensions.Localization;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Contributions.Checks;

/// <summary>Says in words what a check found, in the language of the interaction.</summary>
public static class IssueText
{
    private const int MostQuoted = 80;

    /// <summary>Says an issue.</summary>
    /// <param name="text">What is said.</param>
    /// <param name="issue">The issue.</param>
    /// <returns>Markdown, safe to show: what was typed is quoted harmlessly, and shortened. A line's number stands before it.</returns>
    public static string Say(this IStringLocalizer<BotText> text, ContributionIssue issue)
    {
        var said = text[issue.Key, [.. issue.Arguments.Select(argument => argument is string typed ? SafeText.Inline(typed, MostQuoted) : argument)]].Value;
        return issue.Line == 0 ? said : text["Check_Line", issue.Line, said].Value;
    }

    /// <summary>Says a hint as <see cref="NewLine.Hints"/> keeps it.</summary>
    /// <param name="text">What is said.</param>
    /// <param name="hint">The hint.</param>
    /// <returns>Markdown, safe to show; what can't be read is shown as it is, as a piece of code.</returns>
    public static string SayHint(this IStringLocalizer<BotText> text, string hint) =>
        ContributionIssue.FromHint(hint) is { } issue ? text.Say(issue) : SafeText.Code(hint, MostQuoted);
}
