using Telenovela.Corpus.Dataset;

namespace Telenovela.Corpus.Training;

/// <summary>An episode as the language model reads it.</summary>
/// <param name="Telenovela">The telenovela's folder name.</param>
/// <param name="Title">The telenovela's title, which each scene's header names.</param>
/// <param name="Language">The folder of its language.</param>
/// <param name="Episode">Season and number.</param>
/// <param name="Text">The text; scenes separated by an empty line, ending in a line feed.</param>
public sealed record TrainingEpisode(string Telenovela, string Title, string Language, EpisodeFile Episode, string Text);
