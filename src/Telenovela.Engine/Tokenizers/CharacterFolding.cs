using System.Globalization;
using System.Text;

namespace Telenovela.Engine.Tokenizers;

/// <summary>Plain forms of typographic and accented characters.</summary>
internal static class CharacterFolding
{
    /// <summary>
    /// The plain form: straight quotes, <c>--</c>, <c>...</c>, a space for other white space, otherwise the base letters of the
    /// compatibility decomposition (Unicode Standard Annex 15, NFKD).
    /// </summary>
    public static string Fold(Rune rune) => rune.Value switch
    {
        '‘' or '’' or '‚' or '‹' or '›' or '´' or '`' => "'",
        '“' or '”' or '„' or '«' or '»' => "\"",
        '–' or '—' or '―' => "--",
        '‐' or '‑' or '−' => "-",
        '…' => "...",
        _ when Rune.IsWhiteSpace(rune) => " ",
        _ => string.Concat(rune.ToString().Normalize(NormalizationForm.FormKD)
            .Where(part => CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)),
    };
}
