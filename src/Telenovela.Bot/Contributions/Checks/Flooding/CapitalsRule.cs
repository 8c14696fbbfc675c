namespace Telenovela.Bot.Contributions.Checks.Flooding;

/// <summary>Tells moderators of a line that is shouted throughout.</summary>
public sealed class CapitalsRule : LineRule
{
    private const int ManyLetters = 24;

    /// <inheritdoc/>
    protected override IEnumerable<RuleFinding> Check(ContributionDraft draft, DraftLine line)
    {
        if (line.Text.Count(char.IsUpper) >= ManyLetters && !line.Text.Any(char.IsLower))
        {
            yield return RuleFinding.Hint(IssueCode.AllCapitals, line.Number);
        }
    }
}
