namespace Telenovela.Corpus.Scripts;

/// <summary>A scene: what happens in one place without a break.</summary>
public sealed record Scene
{
    /// <summary>Place and time (<c>INT. HOTEL LOBBY - MORNING</c>), or null where the source has no headings.</summary>
    public string? Heading { get; init; }

    /// <summary>One or two sentences saying what happens, or null.</summary>
    public string? Synopsis { get; init; }

    /// <summary>The plot lines that the scene serves (<c>lost-love</c>), in the order of their mention.</summary>
    public ValueList<string> Arcs { get; init; } = [];

    /// <summary>Spoken lines and directions in order.</summary>
    public ValueList<SceneElement> Elements { get; init; } = [];
}
