using System.Text.Json;

namespace Telenovela.Bot.Contributions.Checks;

/// <summary>One thing that a check found. <see cref="IssueText"/> says it in words.</summary>
/// <param name="Code">Stable kebab-case id: <c>too-long</c>.</param>
/// <param name="Line">Which line of the text, from 1; 0 for the whole.</param>
/// <param name="Key">A resource of <see cref="Resources.BotText"/>.</param>
/// <param name="Arguments">The resource's arguments: whole numbers, and strings as people typed them, not yet safe to show.</param>
public sealed record ContributionIssue(string Code, int Line, string Key, IReadOnlyList<object> Arguments)
{
    private const string KeyPrefix = "Check_";

    /// <summary>An issue of a kind.</summary>
    /// <param name="code">What was found.</param>
    /// <param name="line">Which line, from 1; 0 for the whole.</param>
    /// <param name="arguments">Whole numbers and strings: see <see cref="IssueCode"/>.</param>
    public static ContributionIssue Of(IssueCode code, int line, params IReadOnlyList<object> arguments) =>
        new(JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString()), line, KeyPrefix + code, arguments);

    /// <summary>The issue in the form in which <see cref="NewLine.Hints"/> keeps it.</summary>
    /// <returns>A JSON array: code, then arguments.</returns>
    public string ToHint() => JsonSerializer.Serialize<object[]>([Code, .. Arguments]);

    /// <summary>Reads what <see cref="ToHint"/> wrote.</summary>
    /// <param name="hint">Any string.</param>
    /// <returns>The issue, of line 0; null for anything else.</returns>
    public static ContributionIssue? FromHint(string hint)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement[]>(hint) is [{ ValueKind: JsonValueKind.String } code, .. var arguments] &&
                Enum.TryParse<IssueCode>(code.GetString()!.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var known)
                && Of(known, 0, [.. arguments.Select(Argument)]) is var issue && issue.Code == code.GetString()
                    ? issue
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static object Argument(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : value.ToString();
}
