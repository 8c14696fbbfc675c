using System.Globalization;
using Microsoft.Extensions.Options;

namespace Telenovela.Bot.Contributions.Checks.Reading;

/// <summary>How long a line may be. Counted in text elements, so that a flag or a letter with its accent is one (Unicode Standard Annex 29).</summary>
/// <param name="options">The limits.</param>
public sealed class LengthRule(IOptions<ContributionCheckOptions> options) : LineRule
{
    /// <inheritdoc/>
    public override bool JudgesAnyLength => true;

    /// <inheritdoc/>
    protected override IEnumerable<RuleFinding> Check(ContributionDraft draft, DraftLine line)
    {
        var length = new StringInfo(line.Text).LengthInTextElements;
        var (fewest, most) = (options.Value.FewestCharacters, options.Value.MostCharacters);
        if (length == 0)
        {
            yield return RuleFinding.Refuse(IssueCode.NoWords, line.Number, line.Character ?? "");
        }
        else if (length < fewest)
        {
            yield return RuleFinding.Refuse(IssueCode.TooShort, line.Number, length, fewest);
        }
        else if (length > most || line.Text.Length > 4 * most)
        {
            yield return RuleFinding.Refuse(IssueCode.TooLong, line.Number, length, most);
        }
        else if (!line.Text.EnumerateRunes().Any(System.Text.Rune.IsLetter))
        {
            yield return RuleFinding.Refuse(IssueCode.NoLetters, line.Number);
        }
    }
}
