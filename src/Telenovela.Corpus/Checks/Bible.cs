using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Checks;

/// <summary>
/// A telenovela's README: a heading with the title, a paragraph that says what it is about, a list of facts (<c>- Episodes: 22</c>), and
/// sections with tables. An imported script's README has title and facts only.
/// </summary>
public sealed record Bible
{
    /// <summary>The title: the first heading; empty where there is none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The paragraph below the title; empty where there is none.</summary>
    public string Logline { get; init; } = "";

    /// <summary>The facts by name, in any case: <c>Episodes</c>, <c>Language</c>, <c>Genre</c>, <c>Register</c> and so on.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>The text of the section <c>World</c>; empty where there is none.</summary>
    public string World { get; init; } = "";

    /// <summary>Whether there is a section <c>Cast</c>. Only then the telenovela is held to its bible.</summary>
    public bool HasCast { get; init; }

    /// <summary>The characters of <c>Cast</c> and <c>Minor roles</c>.</summary>
    public ValueList<BibleCharacter> Characters { get; init; } = [];

    /// <summary>The rows of <c>Threads</c>.</summary>
    public ValueList<BibleThread> Threads { get; init; } = [];

    /// <summary>How each arc is told, by its name; the rows of <c>Arcs</c>.</summary>
    public IReadOnlyDictionary<string, string> Arcs { get; init; } = new Dictionary<string, string>();

    /// <summary>The rows of <c>Catchphrases</c>.</summary>
    public ValueList<BibleCatchphrase> Catchphrases { get; init; } = [];

    /// <summary>The register that the facts give (<see cref="RegisterLimits.Register"/>), or null.</summary>
    public string? Register => Facts.GetValueOrDefault("Register");

    /// <summary>The number of episodes that the facts give, or null.</summary>
    public int? EpisodeCount => Facts.TryGetValue("Episodes", out var text) && int.TryParse(text.Split(' ')[0], out var count) ? count : null;

    /// <summary>Reads a README. Whatever doesn't have the shape is passed over.</summary>
    /// <param name="markdown">The file's text.</param>
    /// <returns>The bible, possibly empty.</returns>
    public static Bible Parse(string markdown) => new BibleReader(markdown).Read();
}
