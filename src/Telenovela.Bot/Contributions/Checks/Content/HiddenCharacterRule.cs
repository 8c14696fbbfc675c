using System.Text;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Contributions.Checks.Content;

/// <summary>Finds characters that turn the reading direction, that nobody sees, and accents piled up on a letter.</summary>
public sealed class HiddenCharacterRule : LineRule
{
    private const int MostNamed = 5;

    /// <inheritdoc/>
    protected override bool ChecksNames => true;

    /// <inheritdoc/>
    protected override IEnumerable<RuleFinding> Check(ContributionDraft draft, DraftLine line)
    {
        var turning = new SortedSet<int>();
        var invisible = new SortedSet<int>();
        var (marks, piled) = (0, false);
        var joinsEmoji = false;
        foreach (var rune in $"{line.Character}\n{line.Typed}".EnumerateRunes())
        {
            if (UnsafeCharacters.IsBidirectionalControl(rune))
            {
                turning.Add(rune.Value);
            }
            else if (UnsafeCharacters.IsInvisible(rune) && !(joinsEmoji && rune.Value == 0x200D))
            {
                invisible.Add(rune.Value);
            }

            // A joiner behind an emoji makes families and flags; nobody hides anything there.
            joinsEmoji = Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.OtherSymbol or System.Globalization.UnicodeCategory.ModifierSymbol ||
                (joinsEmoji && rune.Value == 0xFE0F);
            marks = UnsafeCharacters.IsMark(rune) ? marks + 1 : 0;
            piled |= marks > UnsafeCharacters.MostMarks;
        }

        if (turning.Count > 0)
        {
            yield return RuleFinding.Refuse(IssueCode.BidirectionalControl, line.Number, Names(turning));
        }

        if (invisible.Count > 0)
        {
            yield return RuleFinding.Refuse(IssueCode.InvisibleCharacter, line.Number, Names(invisible));
        }

        if (piled)
        {
            yield return RuleFinding.Refuse(IssueCode.PiledMarks, line.Number);
        }
    }

    private static string Names(SortedSet<int> codes) => string.Join(", ", codes.Take(MostNamed).Select(code => $"U+{code:X4}"));
}
