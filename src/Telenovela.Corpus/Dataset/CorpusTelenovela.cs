namespace Telenovela.Corpus.Dataset;

/// <summary>A telenovela in a corpus folder.</summary>
/// <param name="Id">Its folder's name.</param>
/// <param name="Folder">Where it is.</param>
/// <param name="Episodes">In order.</param>
public sealed record CorpusTelenovela(string Id, string Folder, IReadOnlyList<CorpusEpisode> Episodes)
{
    /// <summary>Its title, as its first episode that has one says; otherwise its id.</summary>
    public string Title => Episodes.Select(episode => episode.Read.Episode.Telenovela).FirstOrDefault(title => title.Length > 0) ?? Id;

    /// <summary>The folder above, which is named after the language: <c>english</c>.</summary>
    public string LanguageFolder => Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Folder))) ?? "";

    /// <summary>ISO 639-1 language, as the episodes say; otherwise by the folder above.</summary>
    public string Language => Episodes.Select(episode => episode.Read.Episode.Language).FirstOrDefault(language => language.Length > 0)
        ?? CorpusLanguages.CodeOf(LanguageFolder);

    /// <summary>Its description beside the episodes.</summary>
    public string ReadmePath => Path.Combine(Folder, "README.md");
}
