using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Training;
using Telenovela.Engine.Training;
using Telenovela.Story.Models;
using Telenovela.Story.Training;

namespace Telenovela.Cli;

/// <summary>What `telenovela train` is to learn from.</summary>
internal static class TrainingSource
{
    /// <summary>One text file.</summary>
    public static PreparedTraining FromText(FileInfo file)
    {
        var text = TextFile.Read(file);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file.FullName)));
        return new PreparedTraining(
            TrainingData.Split([new NamedText(file.Name, text)]), [], new SortedDictionary<string, string>(StringComparer.Ordinal) { [file.Name] = sha256 });
    }

    /// <summary>All episodes of a corpus.</summary>
    /// <exception cref="FailureException">There are none, or they are in more than one language.</exception>
    public static PreparedTraining FromCorpus(DirectoryInfo directory)
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

        return new PreparedTraining(
            TrainingData.Split([.. episodes.Select(episode => new NamedText(episode.Name, episode.Text, episode.Telenovela))]),
            [.. telenovelas.Select(LearnedTelenovelas.Of)],
            new SortedDictionary<string, string>(episodes.ToDictionary(episode => episode.Name, episode => episode.Sha256), StringComparer.Ordinal));
    }
}
