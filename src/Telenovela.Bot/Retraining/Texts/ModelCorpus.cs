using System.Security.Cryptography;
using System.Text;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Training;
using Telenovela.Engine.Checkpoints;
using Telenovela.Story.Models;

namespace Telenovela.Bot.Retraining.Texts;

/// <summary>The part of the corpus that a model has learned, and the part that was kept from it.</summary>
/// <param name="Episodes">Learned, in the corpus's order.</param>
/// <param name="HeldOut">Kept from it: frozen, whatever is contributed.</param>
public sealed record ModelCorpus(IReadOnlyList<TrainingEpisode> Episodes, IReadOnlyList<TrainingEpisode> HeldOut)
{
    /// <summary>The held-out text.</summary>
    public string HeldOutText => string.Concat(HeldOut.Select(episode => episode.Text));

    /// <summary>SHA-256 over the learned episodes' files, lower-case hexadecimal.</summary>
    public string Fingerprint => Hash(string.Concat(Episodes.Select(episode => $"{episode.Name} {episode.Sha256}\n")));

    /// <summary>SHA-256 of <see cref="HeldOutText"/>.</summary>
    public string HeldOutFingerprint => Hash(HeldOutText);

    /// <summary>SHA-256 of each learned file by name, as checkpoints note it.</summary>
    public SortedDictionary<string, string> Files => new(Episodes.ToDictionary(episode => episode.Name, episode => episode.Sha256), StringComparer.Ordinal);

    /// <summary>Finds a model's part.</summary>
    /// <param name="corpus">The corpus, as the models read it.</param>
    /// <param name="origin">Where the model came from: which telenovelas it has learned and which episodes were held out.</param>
    /// <returns>Null where the corpus lacks what was held out: then nobody can tell whether the model gets better.</returns>
    public static ModelCorpus? Of(IReadOnlyList<TrainingEpisode> corpus, CheckpointOrigin origin)
    {
        var telenovelas = LearnedTelenovelas.Read(origin.Metadata).Select(telenovela => telenovela.Id).ToHashSet(StringComparer.Ordinal);
        var kept = origin.HeldOut.ToHashSet(StringComparer.Ordinal);
        var own = corpus.Where(episode => telenovelas.Contains(episode.Telenovela)).ToList();
        var heldOut = own.Where(episode => kept.Contains(episode.Name)).ToList();
        return heldOut.Count > 0 && heldOut.Count == kept.Count ? new ModelCorpus([.. own.Where(episode => !kept.Contains(episode.Name))], heldOut) : null;
    }

    /// <summary>The corpus, as the models read it.</summary>
    /// <param name="directory">Its folder; a relative path is looked for in the current folder, then beside the program.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    public static IReadOnlyList<TrainingEpisode> Load(string directory, CancellationToken cancellationToken) =>
        TrainingText.Of(CorpusFolder.Load(ProgramFolder.Locate(directory), cancellationToken));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
