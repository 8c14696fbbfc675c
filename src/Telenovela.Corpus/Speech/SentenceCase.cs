using System.Text;

namespace Telenovela.Corpus.Speech;

/// <summary>
/// Gives text that was transcribed in capitals its ordinary case back. Sentences begin with a capital; names, acronyms and <c>I</c> keep
/// theirs; words that already mix cases (<c>HerbaLux</c>) and cues in parentheses stay as they are; the rest becomes small.
/// A word counts as a name if the file writes it capitalised in its mixed-case parts or names a speaker so, if the word lists know it, if a
/// title or a given name stands before it, or if it is mostly used to call someone (<c>..., BETTY.</c>). Only case is changed.
/// </summary>
internal sealed class SentenceCase(NameEvidence evidence, bool spanish)
{
    /// <summary>Restores one line.</summary>
    /// <param name="text">Clean text with cues in parentheses.</param>
    /// <returns>The same letters in ordinary case.</returns>
    public string Restore(string text)
    {
        var result = new StringBuilder(text.Length);
        var capital = true;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '(' or ')')
            {
                depth = Math.Max(0, depth + (c == '(' ? 1 : -1));
            }

            if (depth > 0 || !NameEvidence.IsWordCharacter(text, i))
            {
                capital |= depth == 0 && (EndsSentence(text, i) || OpensQuotedSentence(text, i));
                result.Append(c);
                continue;
            }

            var end = i;
            while (end < text.Length && NameEvidence.IsWordCharacter(text, end))
            {
                end++;
            }

            if (end - i == 1 && Initials(text, i) is var initials and > 0)
            {
                result.Append(text.AsSpan(i, initials));
                i += initials - 1;
            }
            else
            {
                result.Append(Word(text, i, end, capital));
                i = end - 1;
            }

            capital = false;
        }

        return result.ToString();
    }

    /// <summary>The length of letters with full stops at a place (<c>F.Y.I.</c>), or 0.</summary>
    private static int Initials(string text, int start)
    {
        var at = start;
        while (at + 1 < text.Length && char.IsUpper(text[at]) && text[at + 1] == '.')
        {
            at += 2;
        }

        return at - start >= 4 ? at - start : 0;
    }

    private static bool EndsSentence(string text, int at)
    {
        if (text[at] is not ('.' or '!' or '?'))
        {
            return false;
        }

        var dots = text[at] == '.' && ((at > 0 && text[at - 1] == '.') || (at + 1 < text.Length && text[at + 1] == '.'));
        if (dots || (at + 1 < text.Length && !" \"'\u201d\u2019)]!?".Contains(text[at + 1], StringComparison.Ordinal)))
        {
            return false;
        }

        var space = text.LastIndexOf(' ', at, Math.Min(at + 1, 16));
        var start = space < 0 ? Math.Max(0, at - 16) : space + 1;
        var word = NameEvidence.Key(text[start..at].TrimStart('"', '(', '-', '\u00bf', '\u00a1'));
        return !Lexicon.AbbreviatedTitles.Contains(word) && (word.Length != 1 || word == "i" || text[at] != '.');
    }

    private static bool OpensQuotedSentence(string text, int at) =>
        text[at] is '"' or '\u201c' && at > 1 && text[at - 1] == ' ' && text[at - 2] is ',' or ':';

    private static string Capitalized(string word)
    {
        var letter = word.AsSpan().IndexOfAnyExcept('\'', '\u2019');
        return letter < 0 ? word : word[..letter] + char.ToUpperInvariant(word[letter]) + word[(letter + 1)..];
    }

    private string Word(string text, int start, int end, bool capital)
    {
        var word = text[start..end];
        if (word.AsSpan().IndexOfAnyInRange('a', 'z') >= 0)
        {
            return word;
        }

        var small = word.ToLowerInvariant();
        var bare = NameEvidence.Key(small);
        if (!spanish && (small == "i" || small.StartsWith("i'", StringComparison.Ordinal) || small.StartsWith("i\u2019", StringComparison.Ordinal)))
        {
            return "I" + small[1..];
        }

        if (Lexicon.Acronyms.Contains(bare))
        {
            return bare.ToUpperInvariant() + small[bare.Length..];
        }

        if (small.Length == 1 && char.IsAsciiLetter(small[0]))
        {
            return Letter(text, end, small, capital);
        }

        var quotedTitle = start > 0 && text[start - 1] == '"' && evidence.Quoted(bare) >= 2;
        var title = Lexicon.AbbreviatedTitles.Contains(bare) && end < text.Length && text[end] == '.';
        if (quotedTitle || title || IsPartOfName(text, start, end, bare) || evidence.IsName(bare, spanish))
        {
            var name = Capitalized(small);
            return name.StartsWith("Mc", StringComparison.Ordinal) && name.Length > 4 ? "Mc" + Capitalized(name[2..]) : name;
        }

        return capital ? Capitalized(small) : small;
    }

    /// <summary>Whether a word makes a name together with its neighbour: <c>New York</c>, <c>Saint-Tropez</c>.</summary>
    private bool IsPartOfName(string text, int start, int end, string bare)
    {
        var next = end;
        if (next < text.Length && text[next] is ' ' or '-')
        {
            next++;
            while (next < text.Length && NameEvidence.IsWordCharacter(text, next))
            {
                next++;
            }
        }

        var following = next > end ? NameEvidence.Key(text[(end + 1)..next]) : "";
        var before = start - 1;
        while (before > 0 && NameEvidence.IsWordCharacter(text, before - 1))
        {
            before--;
        }

        var preceding = start > 1 && text[start - 1] is ' ' or '-' && before < start - 1 ? NameEvidence.Key(text[before..(start - 1)]) : "";
        return Lexicon.Pairs.Contains((bare, following)) || Lexicon.Pairs.Contains((preceding, bare)) ||
            (Lexicon.NamePrefixes.Contains(bare) && following.Length > 1 && evidence.IsName(following, spanish));
    }

    /// <summary>A letter by itself: a word (<c>a</c>), a stutter (<c>B-Betty</c>), or a name (<c>plan B</c>).</summary>
    private string Letter(string text, int end, string small, bool capital)
    {
        if (end + 1 < text.Length && text[end] == '-' && char.ToLowerInvariant(text[end + 1]) == small[0])
        {
            var next = end + 1;
            while (next < text.Length && NameEvidence.IsWordCharacter(text, next))
            {
                next++;
            }

            var name = next - end > 2 && evidence.IsName(NameEvidence.Key(text[(end + 1)..next]), spanish);
            return capital || name ? small.ToUpperInvariant() : small;
        }

        var isWord = small[0] is 'a' || (spanish && small[0] is 'e' or 'o' or 'u' or 'y');
        return isWord && !capital ? small : small.ToUpperInvariant();
    }
}
