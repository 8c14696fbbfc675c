using Telenovela.Engine.Tokenizers;

namespace Telenovela.Engine.Sampling;

/// <summary>Decides by its text whether a token may come next. Asked for the tokens that are drawn only.</summary>
internal interface ITextConstraint
{
    /// <summary>Whether it may, given the text so far.</summary>
    bool Allows(TextSoFar text, string token);
}

/// <summary>What the text must go on with, since the word that the prompt ends in was taken back to be read as a whole.</summary>
internal sealed class RequiredStart(string required) : ITextConstraint
{
    public bool Allows(TextSoFar text, string token)
    {
        var left = required.AsSpan(Math.Min(required.Length, text.Written));
        return left.StartsWith(token, StringComparison.Ordinal) || token.AsSpan().StartsWith(left, StringComparison.Ordinal);
    }
}

/// <summary>No token that is longer than the room that is left.</summary>
internal sealed class RoomLeft(int length) : ITextConstraint
{
    public bool Allows(TextSoFar text, string token) => token.Length <= length - text.Written;
}

/// <summary>No text that is banned, in any case, also where it is made of several tokens.</summary>
internal sealed class NotBanned : ITextConstraint
{
    private readonly IReadOnlyList<string> _banned;
    private readonly int _longest;

    public NotBanned(IReadOnlyList<string> banned)
    {
        _banned = [.. banned.Where(text => text.Length > 0)];
        _longest = _banned.Count == 0 ? 0 : _banned.Max(text => text.Length);
    }

    public bool Allows(TextSoFar text, string token)
    {
        if (_longest == 0)
        {
            return true;
        }

        var tail = text.Tail(Math.Min(_longest - 1, text.Written)) + token;
        return !_banned.Any(banned => tail.Contains(banned, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>
/// No word that is refused, in how many tokens ever. It is looked at where it ends, so that longer words may begin like it, or as soon as
/// it stands there if the text ends with it or no word of the lexicon goes on like it.
/// </summary>
internal sealed class NoRefusedWord(Func<string, bool> refuses, Lexicon? lexicon, int longest) : ITextConstraint
{
    /// <summary>Characters that are looked back on: several words may be refused together.</summary>
    private const int Window = 80;

    public bool Allows(TextSoFar text, string token)
    {
        var tail = text.Tail(Window);
        var whole = tail + token;

        // A word that ends with the prompt is the prompt's.
        var own = tail.Length - text.Own;
        for (var at = Math.Max(tail.Length, own + 1); at < whole.Length; at++)
        {
            if (at > 0 && !IsWordPart(whole[at]) && IsWordPart(whole[at - 1]) && refuses(whole[..at]))
            {
                return false;
            }
        }

        return !IsWordPart(whole[^1]) || whole.Length <= own
            || !(text.Written + token.Length >= longest || IsDeadEnd(whole))
            || !refuses(whole);
    }

    /// <summary>Digits and signs may stand for letters.</summary>
    private static bool IsWordPart(char character) => char.IsLetterOrDigit(character) || character is '@' or '$' or '€';

    private bool IsDeadEnd(string text)
    {
        var start = text.Length;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return lexicon is not null && !lexicon.GoesOn(text[start..]);
    }
}

/// <summary>
/// Lines begin with nothing but what is listed. An empty line may follow a line, where empty lines are wanted, and not another empty one.
/// </summary>
internal sealed class LineBeginnings(IReadOnlyList<string> starts, bool allowsEmpty = true) : ITextConstraint
{
    public bool Allows(TextSoFar text, string token)
    {
        if (starts.Count == 0)
        {
            return true;
        }

        // The token may end a line and begin the next.
        var line = text.Line;
        var feed = token.IndexOf('\n');
        var head = feed < 0 ? token : token[..feed];
        if (line.Length + head.Length > 0 && !IsBeginning(line, head))
        {
            return false;
        }

        return feed < 0
            || (line.Length + head.Length > 0 ? IsWhole(line + head) : allowsEmpty && !text.IsAfterEmptyLine)
                && token.AsSpan(feed + 1).IndexOfAnyExcept('\n') < 0;
    }

    /// <summary>Whether the line goes on as one of the beginnings does, or is past its beginning.</summary>
    private bool IsBeginning(string line, string head)
    {
        if (head.Length == 0)
        {
            return true;
        }

        // A line that was begun otherwise, by context or prompt, goes on freely.
        var mayBe = starts.Where(start => line.Length >= start.Length
            ? line.StartsWith(start, StringComparison.Ordinal)
            : start.StartsWith(line, StringComparison.Ordinal)).ToList();
        if (mayBe.Count == 0 || mayBe.Exists(start => line.Length >= start.Length))
        {
            return true;
        }

        var whole = line + head;
        return mayBe.Exists(start => whole.Length >= start.Length
            ? whole.StartsWith(start, StringComparison.Ordinal)
            : start.StartsWith(whole, StringComparison.Ordinal));
    }

    /// <summary>A line may end unless it is no more than a beginning: a name with nothing behind it.</summary>
    private bool IsWhole(string line) =>
        !starts.Any(start => start.StartsWith(line.TrimEnd(), StringComparison.Ordinal) || start.TrimEnd() == line.TrimEnd());
}

/// <summary>
/// Who speaks next: nobody answers themselves, and between two asides there are two lines that somebody speaks, as before the first.
/// </summary>
internal sealed class TurnTaking(IReadOnlyList<string> starts, string? aside) : ITextConstraint
{
    private const int BetweenAsides = 2;

    public bool Allows(TextSoFar text, string token)
    {
        // A token that ends a line begins none.
        var line = text.Line;
        if (line.Length > 0 || token.StartsWith('\n'))
        {
            return true;
        }

        if (aside is not null && token.StartsWith(aside, StringComparison.Ordinal))
        {
            var lines = text.LastLines(BetweenAsides);
            return lines.Count == BetweenAsides && !lines.Exists(before => before.StartsWith(aside, StringComparison.Ordinal));
        }

        // With pieces a name is one token, so its first token tells who it is; with characters, the first letter must not be the last
        // speaker's alone.
        var last = starts.Count(start => start != aside) > 1 ? text.LastLines(1).FirstOrDefault() : null;
        return last is null
            || !starts.Any(start => MayName(start) && last.StartsWith(start, StringComparison.Ordinal))
            || starts.Any(start => MayName(start) && !last.StartsWith(start, StringComparison.Ordinal));

        bool MayName(string start) => start != aside && start.StartsWith(token, StringComparison.Ordinal);
    }
}

/// <summary>Words are those of the lexicon; a word that the prompt began may be any.</summary>
internal sealed class KnownWords(Lexicon lexicon) : ITextConstraint
{
    public bool Allows(TextSoFar text, string token)
    {
        var word = text.LastWord(out var isBegun);
        if (isBegun && token.Length > 0 && IsWordPart(token[0]))
        {
            // The prompt's word goes on; only what follows it is looked at.
            var rest = 0;
            while (rest < token.Length && IsWordPart(token[rest]))
            {
                rest++;
            }

            return All("", token.AsSpan(rest));
        }

        return All(isBegun ? "" : word, token);
    }

    private static bool IsWordPart(char character) => char.IsLetter(character) || character == '\'';

    private bool All(string word, ReadOnlySpan<char> more)
    {
        foreach (var character in more)
        {
            if (IsWordPart(character))
            {
                word += character;
            }
            else
            {
                if (word.Length > 0 && !lexicon.Contains(word))
                {
                    return false;
                }

                word = "";
            }
        }

        return word.Length == 0 || lexicon.HasPrefix(word);
    }
}

/// <summary>
/// A phrase of three words that has come twice within the last 200 characters isn't begun a third time.
/// Who speaks next is no part of a phrase.
/// </summary>
internal sealed class NoThirdTime : ITextConstraint
{
    private const int Window = 200;
    private const int Most = 2;

    public bool Allows(TextSoFar text, string token)
    {
        var tail = text.Tail(Window);
        var begins = NewWord(tail, token, out var before);
        if (begins.Length == 0 || text.Line.Length == 0)
        {
            return true;
        }

        var words = Words(before);
        if (words.Count < 2)
        {
            return true;
        }

        var times = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at + 2 < words.Count; at++)
        {
            if (Same(words[at], words[^2]) && Same(words[at + 1], words[^1]))
            {
                times[words[at + 2]] = times.GetValueOrDefault(words[at + 2]) + 1;
            }
        }

        return !times.Any(word => word.Value >= Most && word.Key.StartsWith(begins, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// The word that the token begins, as far as it goes; empty where it begins none.
    /// What stands before it goes to <paramref name="before"/>.
    /// </summary>
    private static string NewWord(string tail, string token, out string before)
    {
        var start = token.Length;
        while (start > 0 && char.IsLetter(token[start - 1]))
        {
            start--;
        }

        before = tail + token[..start];
        return start < token.Length && (before.Length == 0 || !char.IsLetter(before[^1])) ? token[start..] : "";
    }

    private static List<string> Words(string text) =>
        [.. text.Split([' ', '\n', ',', '.', '!', '?', ';', ':', '(', ')', '"', '¡', '¿', '-'], StringSplitOptions.RemoveEmptyEntries)];

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
