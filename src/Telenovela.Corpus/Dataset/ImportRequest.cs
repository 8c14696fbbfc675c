namespace Telenovela.Corpus.Dataset;

/// <summary>What to import and where to.</summary>
/// <param name="Source">A script file, or a folder whose files are episodes of one telenovela.</param>
/// <param name="Output">The dataset's folder, in which <c>&lt;language&gt;/&lt;telenovela&gt;</c> is made.</param>
public sealed record ImportRequest(string Source, string Output)
{
    /// <summary>The telenovela's title.</summary>
    /// <value>Null to take it from the script's title page, else from the folder's or file's name.</value>
    public string? Telenovela { get; init; }

    /// <summary>The language as a tag or an English name.</summary>
    /// <value>Null to take it from the script, else from its words.</value>
    public string? Language { get; init; }

    /// <summary>A format's name (<see cref="Formats.ICorpusFormat.Name"/>).</summary>
    /// <value>Null to find it out for each file.</value>
    public string? Format { get; init; }

    /// <summary>The licence under which the source may be used.</summary>
    /// <value>Null to keep what the script says.</value>
    public string? License { get; init; }
}
