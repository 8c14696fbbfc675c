using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Training;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Training;
using Telenovela.Story.Models;

namespace Telenovela.Cli;

/// <summary>What a model is trained on, and what its checkpoint says about that.</summary>
/// <param name="Texts">Episode by episode, or the one text.</param>
/// <param name="Learned">The telenovelas in it; none for a bare text.</param>
/// <param name="Fingerprints">SHA-256 of each file, by name.</param>
internal sealed record TrainingSource(
    IReadOnlyList<NamedText> Texts, IReadOnlyList<LearnedTelenovela> Learned, IReadOnlyDictionary<string, string> Fingerprints)
{
    /// <summary>One text file.</summary>
    public static TrainingSource FromText(FileInfo file)
    {
        var text = TextFile.Read(file);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file.FullName)));
        return new TrainingSource([new NamedText(file.Name, text)], [], new SortedDictionary<string, string> { [file.Name] = sha256 });
    }

    /// <summary>All episodes of a corpus.</summary>
    /// <exception cref="FailureException">There are none, or they are in more than one language.</exception>
    public static TrainingSource FromCorpus(DirectoryInfo directory)
    {
        var corpus = CorpusFolder.Load(directory.FullName);
        var telenovelas = corpus.Telenovelas;
        var episodes = TrainingText.Of(corpus);
        if (episodes.Count == 0)
        {
            throw new FailureException($"There are no episodes (s01e01.fountain) beneath “{directory.FullName}”. `telenovela corpus import` makes some.");
        }

        if (telenovelas.Select(telenovela => telenovela.Language).Distinct().Count() > 1)
        {
            throw new FailureException($"The corpus holds several languages; train a model for each: --corpus {Path.Combine(directory.Name, telenovelas[0].LanguageFolder)}.");
        }

        return new TrainingSource(
            [.. episodes.Select(episode => new NamedText(episode.Name, episode.Text, episode.Telenovela))],
            [.. telenovelas.Select(telenovela => new LearnedTelenovela(telenovela.Id, telenovela.Title, telenovela.Language))],
            new SortedDictionary<string, string>(episodes.ToDictionary(episode => episode.Name, episode => episode.Sha256), StringComparer.Ordinal));
    }

    /// <summary>What is saved.</summary>
    public Checkpoint ToCheckpoint(TrainedModel trained, TrainingData data, TrainingOptions options) => new()
    {
        Shape = trained.Shape,
        Tokenizer = trained.Tokenizer,
        Weights = trained.Weights,
        Origin = new CheckpointOrigin
        {
            Epoch = trained.Best.Epoch,
            HeldOutNats = trained.Best.HeldOutNats,
            HeldOut = data.HeldOutNames,
            Options = options,
            Corpus = Fingerprints,
            Saved = TimeProvider.System.GetUtcNow(),
            Metadata = LearnedTelenovelas.Write(Learned),
        },
    };
}
