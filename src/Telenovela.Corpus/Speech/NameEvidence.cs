namespace Telenovela.Corpus.Speech;

/// <summary>What a file shows about its own names: which words it capitalises inside sentences, and how words of all-capital text are used.</summary>
internal sealed class NameEvidence
{
    private static readonly HashSet<string> Determiners =
        [.. "the a an my your his her our their its this that these those some any no every each another one el la los las un una mi tu su".Split(' ')];

    private const int MostWords = 100_000;

    private readonly Dictionary<string, WordUse> _words = new(StringComparer.Ordinal);
    private int _capitals;
    private int _smalls;

    /// <summary>The language by its commonest little words: <c>en</c>, <c>es</c>, or empty where there are too few of them.</summary>
    public string Language
    {
        get
        {
            int english = Total("the you and is to it of that my"), spanish = Total("que de el la los es por una te lo");
            return english + spanish < 5 || english == spanish ? "" : english > spanish ? "en" : "es";
        }
    }

    /// <summary>Whether the speech outside parentheses is written in capitals.</summary>
    public bool IsAllCapitals => _capitals > 20 && _smalls * 10 < _capitals;

    /// <summary>Takes the words of an utterance into account.</summary>
    /// <param name="text">Clean text with cues in parentheses.</param>
    public void Add(string text)
    {
        var inCue = 0;
        var inQuotes = false;
        var atStart = true;
        string? previous = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!IsWordCharacter(text, i))
            {
                inCue = Math.Max(0, inCue + (c switch { '(' => 1, ')' => -1, _ => 0 }));
                inQuotes ^= c is '"' or '\u201c' or '\u201d';
                if (c is '.' && previous is { Length: <= 4 } && Lexicon.AbbreviatedTitles.Contains(previous))
                {
                    continue;
                }

                atStart |= c is '.' or '!' or '?' or '(' or ')' or '"' or '\u201c' or ':' or '\u00bf' or '\u00a1' or '\u2026' or '-';
                previous = c is ' ' ? previous : null;
                continue;
            }

            var end = i;
            while (end < text.Length && IsWordCharacter(text, end))
            {
                end++;
            }

            if (!(inCue > 0 && inQuotes))
            {
                previous = Take(text, i, end, atStart, inCue > 0, previous);
            }

            atStart = false;
            i = end - 1;
        }
    }

    /// <summary>Records words of a speaker's name.</summary>
    /// <param name="name">The name; a person noun (<c>young man</c>) or a word in small letters is no evidence.</param>
    public void AddSpeaker(string name)
    {
        var words = name.Split(' ');
        if (words.Any(word => Lexicon.PersonNouns.Contains(Key(word))))
        {
            return;
        }

        foreach (var word in words.Where(word => word.Length > 1 && char.IsUpper(word[0])))
        {
            Use(Key(word)).Speaker++;
        }
    }

    /// <summary>Whether the file's mixed-case text shows that a word is a name.</summary>
    /// <param name="word">A word in any case.</param>
    /// <returns>True if it is capitalised inside sentences or is a speaker, and never written small.</returns>
    public bool ShowsName(string word) =>
        _words.TryGetValue(Key(word), out var use) && use.Lower == 0 && (use.Capitalized > 0 || use.Speaker > 0) &&
        !Lexicon.CommonWords.Contains(Key(word));

    /// <summary>Whether a word is a name, by the file's evidence and the word lists.</summary>
    /// <param name="word">A word in any case, without possessive ending.</param>
    /// <param name="spanish">Whether the text is Spanish, where other names are everyday words.</param>
    /// <returns>True if it should be capitalised wherever it stands.</returns>
    public bool IsName(string word, bool spanish)
    {
        var key = Key(word);
        var use = _words.GetValueOrDefault(key) ?? new WordUse();
        if (use.Speaker > 0)
        {
            return !Lexicon.CommonWords.Contains(key) && !Lexicon.PersonNouns.Contains(key);
        }

        var ambiguous = Lexicon.AmbiguousNames.Contains(key) || (spanish && Lexicon.SpanishWords.Contains(key));
        if (!ambiguous && (Lexicon.GivenNames.Contains(key) || Lexicon.Surnames.Contains(key) || Lexicon.ProperNouns.Contains(key)))
        {
            return true;
        }

        if (Lexicon.CommonWords.Contains(key) || Lexicon.PersonNouns.Contains(key) || use.AfterDeterminer > 0)
        {
            return false;
        }

        var called = use.Alone >= 2 && use.Alone * 2 >= use.Total;
        if (ambiguous)
        {
            return use.AfterTitle > 0 || use.AfterName > 0 || called || (use.Capitalized > 0 && use.Lower == 0);
        }

        var participle = key.EndsWith("ing", StringComparison.Ordinal) || key.EndsWith("ed", StringComparison.Ordinal) || key.EndsWith("ly", StringComparison.Ordinal);
        return use.AfterTitle > 0 || (use.Capitalized > 0 && use.Lower == 0) || (use.BeforeSurname > 0 && use.BeforeSurname == use.Total) ||
            (!participle && ((called && !Lexicon.Openers.Contains(key)) || (use.AfterName > 0 && use.AfterName == use.Total && use.BeforeStop > 0)));
    }

    /// <summary>Whether the file writes a word in small letters somewhere.</summary>
    /// <param name="word">A word in any case.</param>
    /// <returns>True if it does.</returns>
    public bool IsWrittenSmall(string word) => _words.TryGetValue(Key(word), out var use) && use.Lower > 0;

    /// <summary>How often a word stands alone in quotes, as titles do.</summary>
    /// <param name="word">A word in any case.</param>
    /// <returns>The count.</returns>
    public int Quoted(string word) => _words.GetValueOrDefault(Key(word))?.Quoted ?? 0;

    /// <summary>A word's form in the tables: small letters, without possessive ending.</summary>
    /// <param name="word">A word in any case.</param>
    /// <returns>The form.</returns>
    public static string Key(string word)
    {
        var key = word.ToLowerInvariant().Replace('\u2019', '\'');
        return key.EndsWith("'s", StringComparison.Ordinal) ? key[..^2] : key.Trim('\'');
    }

    /// <summary>Whether a character belongs to a word: a letter, a digit, or an apostrophe next to a letter.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The character's offset.</param>
    /// <returns>True if it does.</returns>
    public static bool IsWordCharacter(string text, int at) =>
        char.IsLetterOrDigit(text[at]) ||
        (text[at] is '\'' or '\u2019' && at + 1 < text.Length && char.IsLetter(text[at + 1]));

    private static bool IsStop(string text, int at) => at >= text.Length || text[at] is ',' or '.' or '!' or '?' or '"' or ';' || IsDash(text, at);

    private static bool IsDash(string text, int at) => text[at] == '-' && ((at > 0 && text[at - 1] == '-') || (at + 1 < text.Length && text[at + 1] == '-'));

    private int Total(string words) => words.Split(' ').Sum(word => _words.TryGetValue(word, out var use) ? use.Total : 0);

    private string Take(string text, int start, int end, bool atStart, bool inCue, string? previous)
    {
        var word = text[start..end];
        var key = Key(word);
        var use = Use(key);
        if (!inCue)
        {
            foreach (var c in word)
            {
                _capitals += char.IsAsciiLetterUpper(c) ? 1 : 0;
                _smalls += char.IsAsciiLetterLower(c) ? 1 : 0;
            }
        }

        if (char.IsLower(word[0]))
        {
            use.Lower++;
        }
        else if (word.Length > 1 && char.IsUpper(word[0]) && word.AsSpan(1).IndexOfAnyInRange('a', 'z') >= 0 && (!atStart || inCue))
        {
            // The first word of a cue is capitalised as a name or as a sentence; only names in the lists count there.
            use.Capitalized += !atStart || Lexicon.GivenNames.Contains(key) ? 1 : 0;
        }

        if (inCue)
        {
            return key;
        }

        var stops = IsStop(text, end);
        use.Total++;
        use.BeforeStop += stops || text.AsSpan(end - Math.Min(2, end)).StartsWith("'S") ? 1 : 0;
        use.Alone += stops && IsOpening(text, start) ? 1 : 0;
        use.Quoted += start > 0 && text[start - 1] == '"' && (end < text.Length && (text[end] == '"' || (end + 1 < text.Length && text[end + 1] == '"'))) ? 1 : 0;
        if (previous is not null)
        {
            use.AfterDeterminer += Determiners.Contains(previous) ? 1 : 0;
            use.AfterTitle += Lexicon.Titles.Contains(previous) && Lexicon.AbbreviatedTitles.Contains(previous) ? 1 : 0;
            use.AfterName += Lexicon.GivenNames.Contains(previous) && !text.AsSpan(0, start).TrimEnd(' ').EndsWith("'s", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            if (Lexicon.Surnames.Contains(key) && !Lexicon.AmbiguousNames.Contains(key))
            {
                Use(previous).BeforeSurname++;
            }
        }

        return key;
    }

    private static bool IsOpening(string text, int start)
    {
        var before = start - 1;
        while (before >= 0 && text[before] == ' ')
        {
            before--;
        }

        return before < 0 || text[before] is ',' or '.' or '!' or '?' || IsDash(text, before);
    }

    private WordUse Use(string key)
    {
        if (!_words.TryGetValue(key, out var use))
        {
            use = new WordUse();
            if (_words.Count < MostWords)
            {
                _words.Add(key, use);
            }
        }

        return use;
    }

    private sealed class WordUse
    {
        public int Total { get; set; }

        public int Lower { get; set; }

        public int Capitalized { get; set; }

        public int Speaker { get; set; }

        public int AfterDeterminer { get; set; }

        public int AfterTitle { get; set; }

        public int AfterName { get; set; }

        public int BeforeSurname { get; set; }

        public int BeforeStop { get; set; }

        public int Alone { get; set; }

        public int Quoted { get; set; }
    }
}
