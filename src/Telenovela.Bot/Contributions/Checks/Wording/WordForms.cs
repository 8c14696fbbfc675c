using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Telenovela.Bot.Contributions.Checks.Duplicates;

namespace Telenovela.Bot.Contributions.Checks.Wording;

/// <summary>
/// The forms in which words are compared with a word list: small letters without accents, except that ñ stays another letter than n
/// (<c>año</c>); digits and signs that stand for letters read as those (<c>1d10t</c>); drawn-out letters shortened; letters that were
/// typed apart put together (<c>i d i o t</c>). Of a contraction its first word is compared, too, and the apostrophe stays: <c>he'll</c>.
/// </summary>
internal static partial class WordForms
{
    /// <summary>Stands for ñ, which would lose its tilde. Nothing composes or decomposes with it.</summary>
    private const char Enye = 'ɲ';

    /// <summary>Stands for the apostrophe of a contraction. Counts as a letter, which an apostrophe doesn't.</summary>
    private const char Contracting = 'ʼ';

    /// <summary>Letters in a row that are taken for one word that was typed apart.</summary>
    public const int FewestApart = 3;

    private const int DrawnOut = 3;

    /// <summary>A word of a list in the form that <see cref="Of"/> gives.</summary>
    /// <param name="word">A word, or several.</param>
    /// <returns>Empty where it has neither letters nor digits.</returns>
    public static string Plain(string word)
    {
        var plain = word.Normalize(NormalizationForm.FormC).Replace('ñ', Enye).Replace('Ñ', Enye);
        return NormalForm.Of(Contraction().Replace(plain, $"$1{Contracting}$2"));
    }

    /// <summary>The words of a text, each with its forms.</summary>
    /// <param name="revealed">A text, revealed.</param>
    public static IReadOnlyList<(string Typed, IReadOnlyCollection<string> Forms)> Of(string revealed)
    {
        var words = Tokens(revealed).Select(token => (token, Forms: (IReadOnlyCollection<string>)FormsOf(token))).Where(word => word.Forms.Count > 0).ToList();
        var apart = new StringBuilder();
        var together = new List<(string, IReadOnlyCollection<string>)>();
        foreach (var (token, _) in words.Append(("", [])))
        {
            if (token.Length == 1)
            {
                apart.Append(token);
                continue;
            }

            if (apart.Length >= FewestApart)
            {
                together.Add((string.Join(' ', apart.ToString().ToCharArray()), FormsOf(apart.ToString())));
            }

            apart.Clear();
        }

        return [.. words, .. together];
    }

    /// <summary>A word with each letter once: how drawn-out words are compared.</summary>
    /// <param name="plain">What <see cref="Plain"/> gave.</param>
    public static string Squeezed(string plain)
    {
        var squeezed = new StringBuilder(plain.Length);
        foreach (var letter in plain)
        {
            if (squeezed.Length == 0 || squeezed[^1] != letter)
            {
                squeezed.Append(letter);
            }
        }

        return squeezed.ToString();
    }

    /// <summary>Whether a character belongs to a word as it may be typed.</summary>
    public static bool IsInside(char character) =>
        char.IsLetterOrDigit(character) || "@$!|+€'’".Contains(character, StringComparison.Ordinal)
        || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;

    /// <summary>A word without the signs around it that belong to the sentence.</summary>
    public static string Trimmed(string token) => token.Trim('!', '|', '+', '\'', '’');

    private static IEnumerable<string> Tokens(string text)
    {
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var inside = at < text.Length && IsInside(text[at]);
            if (inside && start < 0)
            {
                start = at;
            }
            else if (!inside && start >= 0)
            {
                yield return Trimmed(text[start..at]);
                start = -1;
            }
        }
    }

    /// <summary>The forms of one word.</summary>
    /// <param name="token">As it was typed, revealed.</param>
    public static HashSet<string> FormsOf(string token)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal);
        if (token.Length == 0)
        {
            return forms;
        }

        forms.Add(Plain(token));
        forms.Add(Plain(Contraction().Replace(token, "$1")));
        if (token.Any(char.IsLetter))
        {
            forms.Add(Plain(Read(token, 'i')));
            forms.Add(Plain(Read(token, 'l')));
        }

        foreach (var form in forms.Where(IsDrawnOut).ToList())
        {
            forms.Add(Marked(Squeezed(form)));
        }

        forms.Remove("");
        return forms;
    }

    /// <summary>Squeezed forms are compared with squeezed words only, so that <c>cool</c> and <c>col</c> stay two words.</summary>
    /// <param name="squeezed">What <see cref="Squeezed"/> gave.</param>
    public static string Marked(string squeezed) => "~" + squeezed;

    private static bool IsDrawnOut(string form)
    {
        var run = 1;
        for (var at = 1; at < form.Length; at++)
        {
            run = form[at] == form[at - 1] ? run + 1 : 1;
            if (run >= DrawnOut)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words that English contracts: <c>he'll</c> isn't <c>hell</c>.</summary>
    [GeneratedRegex(@"(\p{L})['’](ll|re|ve|d|m|s|(?<=n['’])t)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Contraction();

    private static string Read(string token, char one) => string.Concat(token.Select(letter => letter switch
    {
        '0' => 'o',
        '1' or '!' or '|' => one,
        '3' or '€' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' or '+' => 't',
        '8' => 'b',
        _ => letter,
    }));
}
