using System.Buffers;
using System.Globalization;
using System.Text;

namespace Telenovela.Bot.Contributions.Checks.Duplicates;

/// <summary>
/// The form in which texts are compared: small letters and digits without accents, words separated by one space, nothing else.
/// Apostrophes inside a word vanish (<c>don't</c> is <c>dont</c>); all other signs separate words.
/// </summary>
public static class NormalForm
{
    /// <summary>Brings a text into normal form. Doing it twice changes nothing more.</summary>
    /// <param name="text">Any string, even one that isn't well-formed.</param>
    /// <returns>The normal form; empty where the text has neither letters nor digits.</returns>
    public static string Of(string text) => new Builder(text, null).Build();

    /// <summary>The normal form, and where each of its characters came from.</summary>
    /// <param name="text">Any string.</param>
    /// <param name="offsets">For each UTF-16 unit of the normal form, the offset in <paramref name="text"/> of the character behind it.</param>
    /// <returns>The normal form.</returns>
    public static string Of(string text, out IReadOnlyList<int> offsets)
    {
        var origins = new List<int>(text.Length);
        offsets = origins;
        return new Builder(text, origins).Build();
    }

    private sealed class Builder(string text, List<int>? origins)
    {
        private readonly StringBuilder _normal = new(text.Length);
        private bool _gap;
        private int _at;

        public string Build()
        {
            while (_at < text.Length)
            {
                var status = Rune.DecodeFromUtf16(text.AsSpan(_at), out var rune, out var length);
                if (status != OperationStatus.Done)
                {
                    _gap = true;
                }
                else if (rune.IsAscii)
                {
                    Take((char)rune.Value);
                }
                else
                {
                    Take(rune);
                }

                _at += length;
            }

            return _normal.ToString();
        }

        private void Take(char ascii)
        {
            if (char.IsAsciiLetterOrDigit(ascii))
            {
                Append(char.ToLowerInvariant(ascii));
            }
            else
            {
                _gap |= ascii != '\'';
            }
        }

        private void Take(Rune rune)
        {
            foreach (var part in Decompose(rune).EnumerateRunes())
            {
                if (Rune.IsLetterOrDigit(part))
                {
                    foreach (var unit in Decompose(Rune.ToLowerInvariant(part)).EnumerateRunes().Where(Rune.IsLetterOrDigit).SelectMany(letter => letter.ToString()))
                    {
                        Append(unit);
                    }
                }
                else if (part.Value is not ('\'' or 0x2019) && Rune.GetUnicodeCategory(part) is not
                    (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format))
                {
                    _gap = true;
                }
            }
        }

        private void Append(char unit)
        {
            if (_gap && _normal.Length > 0)
            {
                _normal.Append(' ');
                origins?.Add(_at);
            }

            _gap = false;
            _normal.Append(unit);
            origins?.Add(_at);
        }

        /// <summary>Compatibility decomposition (Unicode normalization form KD) of one character, or the character where the platform's tables refuse it.</summary>
        private static string Decompose(Rune rune)
        {
            var letter = rune.ToString();
            try
            {
                return letter.Normalize(NormalizationForm.FormKD);
            }
            catch (ArgumentException)
            {
                return letter;
            }
        }
    }
}
