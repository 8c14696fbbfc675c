using System.Globalization;
using Microsoft.Extensions.Options;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Contributions.Checks.Reading;

/// <summary>Whether the draft says what it must: words, not too many lines, who speaks, in which telenovela.</summary>
/// <param name="options">The limits.</param>
public sealed class FormRule(IOptions<ContributionCheckOptions> options) : IContributionRule
{
    /// <summary>Most characters of a character's name.</summary>
    public const int MostNameCharacters = 40;

    /// <summary>Most characters of a telenovela's title, or of an arc's name.</summary>
    public const int MostTitleCharacters = 80;

    /// <inheritdoc/>
    public bool JudgesAnyLength => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<RuleFinding>> CheckAsync(ContributionDraft draft, IReadOnlyList<DraftLine> lines, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RuleFinding>>([.. OfWhole(draft, lines), .. lines.SelectMany(line => OfLine(draft, line))]);

    private IEnumerable<RuleFinding> OfWhole(ContributionDraft draft, IReadOnlyList<DraftLine> lines)
    {
        var most = draft.IsScript ? options.Value.MostScriptLines : options.Value.MostLines;
        if (lines.Count == 0)
        {
            yield return RuleFinding.Refuse(IssueCode.NothingTyped, 0);
        }
        else if (lines.Count > most)
        {
            yield return RuleFinding.Refuse(IssueCode.TooManyLines, 0, lines.Count, most);
        }

        if (!PlainText.Clean(draft.Telenovela).Any(char.IsLetterOrDigit))
        {
            yield return RuleFinding.Refuse(IssueCode.NoTelenovela, 0);
        }
        else if (IsLonger(draft.Telenovela, MostTitleCharacters) || IsLonger(draft.Arc, MostTitleCharacters))
        {
            yield return RuleFinding.Refuse(IssueCode.TitleTooLong, 0, MostTitleCharacters);
        }
    }

    private static IEnumerable<RuleFinding> OfLine(ContributionDraft draft, DraftLine line)
    {
        if (line.Character is null && !draft.IsScript)
        {
            yield return RuleFinding.Refuse(IssueCode.NoSpeaker, line.Number, line.Text);
        }
        else if (IsLonger(line.Character, MostNameCharacters))
        {
            yield return RuleFinding.Refuse(IssueCode.NameTooLong, line.Number, line.Character!, MostNameCharacters);
        }
    }

    private static bool IsLonger(string? text, int most) => text is not null && (text.Length > 4 * most || new StringInfo(text).LengthInTextElements > most);
}
