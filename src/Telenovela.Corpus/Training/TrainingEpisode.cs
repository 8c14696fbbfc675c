using Telenovela.Corpus.Dataset;

namespace Telenovela.Corpus.Training;

/// <summary>An episode as the language model reads it.</summary>
/// <param name="Telenovela">The telenovela's folder name.</param>
/// <param name="Episode">Season and number.</param>
/// <param name="Sha256">The SHA-256 of the episode file's bytes in lower-case hexadecimal.</param>
/// <param name="Text">The text (<see cref="TrainingText.Render"/>).</param>
public sealed record TrainingEpisode(string Telenovela, EpisodeFile Episode, string Sha256, string Text)
{
    /// <summary>Its name among a model's sources: <c>river_keeps/s01e01</c>.</summary>
    public string Name => $"{Telenovela}/{Episode.Id}";
}
