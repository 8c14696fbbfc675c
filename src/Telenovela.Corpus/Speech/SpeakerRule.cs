namespace Telenovela.Corpus.Speech;

/// <summary>
/// Tells speakers from cues. Transcripts write both in the same places: <c>(Daniel) Sorry we're late.</c> and
/// <c>(sighs) Twenty years.</c>; <c>Woman: Really?</c> and <c>Okay, ground rules: ...</c>
/// <para>Words in parentheses or brackets name a <b>speaker</b> if they are</para>
/// <list type="number">
/// <item>a noun for people, alone or after words that describe it, perhaps with a number or a place after it (<c>boy</c>,
/// <c>young man</c>, <c>woman #2</c>, <c>man on radio</c>, <c>both</c>); or</item>
/// <item>a name: one to four words, each capitalised, none of them a sound or a verb of the list; in text that writes cues in capitals too,
/// words that the file or the lists know as names, or a word that recurs before speech and is no sound.</item>
/// </list>
/// <para>They are a <b>sound</b> (a stage direction) if a subject comes before a verb (<c>Gina laughs</c>, <c>phone chimes</c>), if the
/// verb is one that things do (<c>knocking on door</c>), or if they are a noun for a sound (<c>laughter</c>). Everything else is a cue of
/// <b>delivery</b> and belongs to the speech beside it: present participles (<c>crying</c>), third persons (<c>clears throat</c>), adverbs
/// (<c>slowly</c>), <c>in Spanish</c>.</para>
/// <para>Words before a colon at the start of a line or sentence name a speaker if they are a person noun as above, or capitalised words
/// of which one is a name (capitalised inside sentences elsewhere and never written small, or in the lists), or words that stand so at
/// least twice; in text that isn't in capitals also a word in capitals, or several capitalised words that it never writes small. Words such
/// as <c>look</c>, <c>note</c> or <c>ojo</c> are never speakers.</para>
/// </summary>
internal sealed class SpeakerRule(NameEvidence evidence)
{
    private static readonly HashSet<string> Places = [.. "on in over from at with through via off behind across under inside outside to by near en por desde de al".Split(' ')];
    private static readonly HashSet<string> Particles = [.. "de la las los del y e von van der di da and & con".Split(' ')];
    private static readonly HashSet<string> ThingVerbs =
        [.. "ring knock beep buzz chime ding dong honk toot bang slam creak rattle clatter clang clink clank crash thud thump rumble crackle click tap tick drip play swell bark howl meow neigh whoosh pop explode splash fade start stop resume shatter increase approach vibrate blare open close".Split(' ')];

    private static readonly HashSet<string> Manners =
        [.. "whispered muffled distorted sarcastic echo echoing faint overlapping simultaneously together off-screen offscreen voiceover voice-over beat pause cont continued subtitle translated foreign spanish english italian french portuguese german latin bajito ríe suspira llora susurra grita solloza tose gime jadea carraspea canta tartamudea".Split(' ')];

    private readonly Dictionary<string, int> _beforeSpeech = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _beforeColon = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts a parenthetical that stands before speech, so that recurring ones are known.</summary>
    /// <param name="words">The words between the parentheses.</param>
    public void SeeParenthetical(string words) => Count(_beforeSpeech, words);

    /// <summary>Counts words that stand before a colon, so that recurring ones are known.</summary>
    /// <param name="words">The words.</param>
    public void SeeTag(string words) => Count(_beforeColon, words);

    /// <summary>Says what words in parentheses mean.</summary>
    /// <param name="words">Clean words without the parentheses.</param>
    /// <returns>Their meaning; the name begins with a capital.</returns>
    public Parenthetical Classify(string words)
    {
        if (IsSpeaker(words))
        {
            return new Parenthetical(ParentheticalKind.Speaker, Named(words), null);
        }

        var comma = words.IndexOf(", ", StringComparison.Ordinal);
        if (comma > 0 && IsSpeaker(words[..comma]))
        {
            var rest = words[(comma + 2)..];
            if (Places.Contains(FirstWord(rest)) || IsVerbForm(FirstWord(rest)))
            {
                return new Parenthetical(ParentheticalKind.Speaker, Named(words[..comma]), rest);
            }
        }

        return new Parenthetical(IsSound(words) ? ParentheticalKind.Sound : ParentheticalKind.Delivery, null, words);
    }

    /// <summary>Says whether words before a colon name a speaker.</summary>
    /// <param name="tag">The candidate.</param>
    /// <param name="mostLinesTagged">Whether most lines of the file begin so; then a capitalised word at a line's start is enough.</param>
    /// <returns>True if they name a speaker.</returns>
    public bool IsSpeaker(SpeakerTag tag, bool mostLinesTagged)
    {
        var words = tag.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = NameEvidence.Key(words[0]);
        if (Lexicon.Openers.Contains(first) || !char.IsUpper(words[0][0]))
        {
            return false;
        }

        if (IsPersonPhrase(words))
        {
            return true;
        }

        var head = NameEvidence.Key(words[^1].Trim('.'));
        var capitalized = words.All(word => !char.IsLower(word[0]) || Particles.Contains(word));
        if (!capitalized || Lexicon.Openers.Contains(head))
        {
            return false;
        }

        var known = words.Any(word => IsKnownName(word));
        var recurs = _beforeColon.GetValueOrDefault(tag.Name) >= 2 && !Lexicon.CommonWords.Contains(head);
        if (known || recurs || (mostLinesTagged && tag.StartsLine))
        {
            return true;
        }

        // Any sentence begins with a capital; capitals throughout, or more than one word with a capital, show a name.
        return !evidence.IsAllCapitals && tag.Name.Length > 1 && !Lexicon.CommonWords.Contains(head) &&
            (!tag.Name.Any(char.IsLower) ||
            (words.Length > 1 &&
                !words.Any(word => evidence.IsWrittenSmall(word) || Lexicon.CommonWords.Contains(NameEvidence.Key(word)))));
    }

    /// <summary>A name as it is shown: with a capital first.</summary>
    /// <param name="words">The words that name a speaker.</param>
    /// <returns>The name.</returns>
    public static string Named(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static void Count(Dictionary<string, int> counts, string words)
    {
        if (words.Length <= 60 && (counts.Count < 10_000 || counts.ContainsKey(words)))
        {
            counts[words] = counts.GetValueOrDefault(words) + 1;
        }
    }

    private static string FirstWord(string words)
    {
        var space = words.IndexOf(' ', StringComparison.Ordinal);
        return (space < 0 ? words : words[..space]).ToLowerInvariant();
    }

    private static bool IsPersonPhrase(string[] words)
    {
        var head = Array.FindIndex(words, word => Lexicon.PersonNouns.Contains(NameEvidence.Key(word)));
        if (head is < 0 or > 4 || words.Take(head).Any(word => IsVerbForm(word.ToLowerInvariant())))
        {
            return false;
        }

        // "Latin lover narrator": a later person noun may be the head of the phrase.
        while (head + 1 < words.Length && Lexicon.PersonNouns.Contains(NameEvidence.Key(words[head + 1])))
        {
            head++;
        }

        var after = words[(head + 1)..];
        return after.Length == 0 || IsNumber(after) ||
            (after.Length <= 5 && Places.Contains(after[0].ToLowerInvariant())) ||
            (after[0].ToLowerInvariant() is "and" or "y" or "&" && after.Length > 1 && IsPersonPhrase(after[1..]));
    }

    private static bool IsNumber(string[] words) =>
        words.Length == 1 && (words[0].TrimStart('#').All(char.IsAsciiDigit) || words[0].ToLowerInvariant() is "one" or "two" or "three" or "a" or "b" or "uno" or "dos");

    /// <summary>Whether a word is a participle, or a third person of a verb that the lists know.</summary>
    private static bool IsVerbForm(string word)
    {
        word = word.Trim('.', ',', '!', '?');
        return word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ando", StringComparison.Ordinal) ||
            word.EndsWith("endo", StringComparison.Ordinal) || (word.EndsWith('s') && Stems(word).Any(Lexicon.CueVerbs.Contains));
    }

    private static bool IsThingVerb(string word) => Stems(word.Trim('.', ',', '!')).Any(ThingVerbs.Contains);

    private static IEnumerable<string> Stems(string word)
    {
        yield return word;
        if (word.EndsWith("ing", StringComparison.Ordinal) && word.Length > 4)
        {
            var stem = word[..^3];
            yield return stem;
            yield return stem + "e";
            if (stem.Length > 2 && stem[^1] == stem[^2])
            {
                yield return stem[..^1];
            }
        }
        else if (word.EndsWith('s') && word.Length > 2)
        {
            yield return word[..^1];
            yield return word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y" : word.EndsWith("es", StringComparison.Ordinal) ? word[..^2] : word;
        }
    }

    private bool IsSpeaker(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 7 || text.Length > 60 || !char.IsLetter(text[0]))
        {
            return false;
        }

        if (IsPersonPhrase(words) && NameEvidence.Key(words[0]) != "voice")
        {
            return true;
        }

        // A name may be followed by the place it is heard from: Daniel on phone.
        var place = Array.FindIndex(words, word => Places.Contains(word) && !Particles.Contains(word));
        var name = place > 0 ? words[..place] : words;
        return name.Length <= 4 && IsNamePhrase(name, string.Join(' ', name));
    }

    private bool IsNamePhrase(string[] words, string phrase)
    {
        var lower = Array.ConvertAll(words, word => word.ToLowerInvariant().Trim('.', ','));
        var shouted = phrase.Length > 1 && !phrase.Any(char.IsLower);
        if (words.Any(word => word.Any(c => !char.IsLetterOrDigit(c) && !".'\u2019-#&".Contains(c, StringComparison.Ordinal))))
        {
            return false;
        }

        if (!shouted)
        {
            var capitalized = words.All(word => char.IsUpper(word[0]) || Particles.Contains(word));
            var known = IsKnownName(words[0]) && Array.TrueForAll(words, word => IsKnownName(word) || Particles.Contains(word));
            return known || (capitalized && !lower.Any(word => Lexicon.CueNouns.Contains(word) || IsCueVerb(word) || Lexicon.CommonWords.Contains(word) || Lexicon.Openers.Contains(word)));
        }

        if (Array.TrueForAll(words, word => IsKnownName(word) || Particles.Contains(word.ToLowerInvariant()) || Lexicon.Titles.Contains(word.ToLowerInvariant().Trim('.'))))
        {
            return true;
        }

        return words.Length <= 2 && _beforeSpeech.GetValueOrDefault(phrase) >= 2 &&
            !lower.Any(word => Lexicon.CueNouns.Contains(word) || IsCueVerb(word) || IsVerbForm(word) || Lexicon.CommonWords.Contains(word) ||
                Lexicon.Openers.Contains(word) || word.EndsWith("ly", StringComparison.Ordinal));
    }

    private static bool IsCueVerb(string word) => Stems(word).Any(Lexicon.CueVerbs.Contains);

    private bool IsKnownName(string word)
    {
        var key = NameEvidence.Key(word.Trim('.', ','));
        return !Lexicon.CueNouns.Contains(key) && !IsCueVerb(key) &&
            (evidence.ShowsName(key) || Lexicon.GivenNames.Contains(key) || (!Lexicon.AmbiguousNames.Contains(key) && Lexicon.Surnames.Contains(key)));
    }

    private static bool IsSound(string text)
    {
        var words = Array.ConvertAll(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => word.ToLowerInvariant().Trim('.', ',', '!', '"'));
        if (words.Length == 0)
        {
            return false;
        }

        var first = words[0];
        if (words.Length == 1)
        {
            return IsThingVerb(first) || (!IsVerbForm(first) && Lexicon.CueNouns.Contains(first) && !first.EndsWith("ly", StringComparison.Ordinal) && !Lexicon.ProperNouns.Contains(first) && !Manners.Contains(first));
        }

        if (Manners.Contains(first) || first.EndsWith("ly", StringComparison.Ordinal) || Places.Contains(first) || first is "voice")
        {
            return false;
        }

        if (IsVerbForm(first) || (first.EndsWith('s') && !Lexicon.PersonNouns.Contains(first) && !words.Skip(1).Any(IsVerbForm) && !Lexicon.CueNouns.Contains(words[^1])))
        {
            return IsThingVerb(first);
        }

        return true;
    }
}
