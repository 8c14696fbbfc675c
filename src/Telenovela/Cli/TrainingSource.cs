using System.Security.Cryptography;
using System.Text;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Training;
using Telenovela.Engine.Training;
using Telenovela.Story.Models;
using Telenovela.Story.Training;

namespace Telenovela.Cli;

/// <summary>What `telenovela train` is to learn from.</summary>
internal static class TrainingSource
{
    /// <summary>Lines of a library's pieces: long enough for a scene, short enough that many works mix.</summary>
    public const int LibraryPieceLines = 150;

    private const string SceneEnd = "\n\n";
    private const int HoldOutEvery = 64;
    private const int HoldOutAt = 6;

    /// <summary>Pieces of a held-out work that are measured: about 15,000 characters.</summary>
    private const int HeldOutPieces = 2;

    /// <summary>One text file.</summary>
    public static PreparedTraining FromText(FileInfo file)
    {
        var text = TextFile.Read(file);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.FullName)));
        return new PreparedTraining(
            TrainingData.Split([new NamedText(file.Name, text)]), [], new SortedDictionary<string, string>(StringComparer.Ordinal) { [file.Name] = sha256 });
    }

    /// <summary>
    /// A library of plain text files to read before or beside a corpus. Works are held out whole: the seventh of every 64 of a folder. Each
    /// piece of a work begins with a header, as a scene of the corpus does, so that where one work ends and another begins can be seen.
    /// </summary>
    /// <param name="folders">Folders, each with how often it is read: <c>2</c> for twice, <c>0.1</c> for a tenth of its pieces.</param>
    /// <param name="corpus">The corpus, or null. What it holds out is what is measured then.</param>
    /// <param name="corpusTimes">How often what the corpus doesn't hold out is read, a number as the folders have it.</param>
    /// <exception cref="FailureException">A folder holds no text.</exception>
    public static PreparedTraining FromLibrary(
        IReadOnlyList<(DirectoryInfo Folder, double Times)> folders, DirectoryInfo? corpus, double corpusTimes)
    {
        var known = corpus is null ? null : FromCorpus(corpus);
        var train = new StringBuilder();
        var heldOut = new StringBuilder(known?.Data.HeldOut);
        var names = new List<string>(known?.Data.HeldOutNames ?? []);
        var fingerprints = new SortedDictionary<string, string>(known?.Fingerprints.ToDictionary() ?? [], StringComparer.Ordinal);
        var random = new Random(1);
        if (known is not null)
        {
            var scenes = known.Data.Train.Split(SceneEnd, StringSplitOptions.RemoveEmptyEntries).Select(scene => scene + SceneEnd);
            Append(train, scenes.ToList(), corpusTimes, random);
        }

        foreach (var (folder, times) in folders)
        {
            var files = TextFile.Beneath(folder);
            if (files.Count == 0)
            {
                throw new FailureException($"There are no text files (*.txt) beneath “{folder.FullName}”.");
            }

            for (var at = 0; at < files.Count; at++)
            {
                var name = Path.GetFileNameWithoutExtension(files[at].Name);
                fingerprints[$"{folder.Name}/{files[at].Name}"] =
                    Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(files[at].FullName)));
                var pieces = TrainingText.Pieces(name.Replace('_', ' '), TextFile.Read(files[at]), LibraryPieceLines);
                if (at % HoldOutEvery != HoldOutAt)
                {
                    Append(train, pieces, times, random);
                    continue;
                }

                // Beside a corpus, what the corpus holds out is measured, and these works are kept for a closer look.
                if (known is null)
                {
                    names.Add($"{folder.Name}/{files[at].Name}");
                    heldOut.AppendJoin("", pieces.Take(HeldOutPieces));
                }
            }
        }

        // A few files are too few to hold one out.
        var data = heldOut.Length > 0
            ? new TrainingData(train.ToString(), heldOut.ToString(), names) { Speakers = known?.Data.Speakers ?? [] }
            : TrainingData.Split([new NamedText("library", train.ToString())]);
        return new PreparedTraining(data, known?.Learned ?? [], fingerprints);
    }

    /// <summary>All episodes of a corpus.</summary>
    /// <exception cref="FailureException">There are none, or they are in more than one language.</exception>
    public static PreparedTraining FromCorpus(DirectoryInfo directory)
    {
        var corpus = CorpusFolder.Load(directory.FullName);
        foreach (var problem in corpus.Problems)
        {
            Output.LeftOut(Path.Combine(corpus.Root, problem.File), problem.Message);
        }

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

        var split = TrainingData.Split([.. episodes.Select(episode => new NamedText(episode.Name, episode.Text, episode.Telenovela))]);
        return new PreparedTraining(
            split with { Speakers = SpeakersOf(telenovelas) },
            [.. telenovelas.Select(LearnedTelenovelas.Of)],
            new SortedDictionary<string, string>(episodes.ToDictionary(episode => episode.Name, episode => episode.Sha256), StringComparer.Ordinal));
    }

    private static string[] SpeakersOf(IEnumerable<TelenovelaFolder> telenovelas) =>
    [
        .. telenovelas.SelectMany(telenovela => LearnedTelenovelas.Of(telenovela).Speakers
                .Concat(telenovela.Bible?.Characters.Select(character => TrainingText.Speaker(character.Name)) ?? []))
            .Distinct(StringComparer.Ordinal),
    ];

    private static void Append(StringBuilder text, IReadOnlyList<string> pieces, double times, Random random)
    {
        for (var left = times; left > 0; left--)
        {
            foreach (var piece in pieces.Where(_ => left >= 1 || random.NextDouble() < left))
            {
                text.Append(piece);
            }
        }
    }
}
