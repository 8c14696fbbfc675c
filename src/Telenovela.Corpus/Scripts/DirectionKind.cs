namespace Telenovela.Corpus.Scripts;

/// <summary>What a stage direction describes.</summary>
public enum DirectionKind
{
    /// <summary>What is seen to happen.</summary>
    Action,

    /// <summary>What is heard and belongs to nobody's speech: <c>(knock on door)</c>.</summary>
    Sound,

    /// <summary>A line of a song.</summary>
    Song,

    /// <summary>How the picture changes: <c>CUT TO:</c>.</summary>
    Transition,

    /// <summary>Words shown in the middle of the picture: <c>&gt; THE END &lt;</c>.</summary>
    Centered,
}
