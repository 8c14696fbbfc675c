namespace Telenovela.Corpus.Scripts;

/// <summary>One speech: who speaks, the words, and the cues among them.</summary>
/// <param name="Speaker">The character's name, or null where the source doesn't say who speaks.</param>
/// <param name="Text">The spoken words on one line, without cues.</param>
/// <param name="Cues">The cues by position; several may stand at the same place.</param>
public sealed record ScriptLine(string? Speaker, string Text, ValueList<Cue> Cues) : SceneElement
{
    /// <summary>Whether it is spoken at the same time as the line before (Fountain's <c>^</c>).</summary>
    public bool Simultaneous { get; init; }

    /// <summary>Reads words and cues from one string such as <c>(softly) Go. (beat) Now.</c></summary>
    /// <param name="speaker">The character's name, or null.</param>
    /// <param name="speech">The words with their cues in parentheses. Parentheses without a partner stay among the words.</param>
    /// <returns>The line; its text and cues are empty where the speech held neither.</returns>
    public static ScriptLine Parse(string? speaker, string speech)
    {
        var (text, cues) = SpokenText.Split(speech);
        return new ScriptLine(speaker, text, cues);
    }

    /// <summary>The words with the cues in parentheses where they stand: what <see cref="Parse"/> reads.</summary>
    /// <returns>One line of text.</returns>
    public string ToSpeech() => SpokenText.Join(Text, Cues);
}
