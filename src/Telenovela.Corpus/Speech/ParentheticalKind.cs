namespace Telenovela.Corpus.Speech;

/// <summary>What words in parentheses mean.</summary>
public enum ParentheticalKind
{
    /// <summary>They name who speaks: <c>(Daniel)</c>, <c>(young man)</c>.</summary>
    Speaker,

    /// <summary>They say how the speech beside them is spoken, or what the speaker does: <c>(sighs)</c>, <c>(in Spanish)</c>.</summary>
    Delivery,

    /// <summary>They say what is heard besides speech: <c>(knock on door)</c>, <c>(Gina laughs)</c>.</summary>
    Sound,
}
