using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Dataset;

/// <summary>An episode as it was read, and as it was written.</summary>
internal sealed record ImportedEpisode(Episode Source, Episode Episode, string Text)
{
    /// <summary>Gives an episode its place in a dataset: title page, number, source, and names in capitals as Fountain writes them.</summary>
    public static Episode Adapt(Episode episode, string title, string language, string? license, EpisodeFile place, string file) => episode with
    {
        Telenovela = title,
        Language = language,
        License = license ?? episode.License,
        Season = place.Season,
        Number = place.Number,
        OtherFields = [.. episode.OtherFields.Where(field => field.Key != CorpusImporter.SourceField), new TitleField(CorpusImporter.SourceField, file)],
        Scenes = episode.Scenes.Select(scene => scene with { Elements = scene.Elements.Select(InCapitals).ToValueList() }).ToValueList(),
    };

    private static SceneElement InCapitals(SceneElement element) =>
        element is ScriptLine { Speaker: { } speaker } line ? line with { Speaker = speaker.ToUpperInvariant() } : element;
}
