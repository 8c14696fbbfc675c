using System.Globalization;
using System.Text;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Training;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Training;
using Telenovela.Story.Models;
using Telenovela.Story.Training;

namespace Telenovela.Tests.Retraining;

/// <summary>A telenovela of eight short episodes in words that combine freely, and a small model that has learned it, made once for all tests.</summary>
internal static class TinyShow
{
    public const string Id = "el_faro";
    public const string Title = "El Faro";
    public const string Model = "tiny-es";
    private const int Episodes = 8;
    private const int LinesOfEpisode = 80;

    private static readonly string[] Speakers = ["ANA", "LUZ", "TEO", "RITA"];
    private static readonly string[] Subjects = ["Ella", "El mar", "Dios", "Mama", "El cura", "La luz", "El tio", "Nadie"];
    private static readonly string[] Verbs = ["miente", "vuelve", "espera", "calla", "duerme", "arde", "llora", "canta"];
    private static readonly string[] Places = ["aqui", "hoy", "sin mi", "ya", "mal", "sola", "mucho", "bien"];

    private static readonly Lazy<string> Folder = new(Make);

    /// <summary>The corpus.</summary>
    public static string Corpus => Path.Combine(Folder.Value, "corpus");

    /// <summary>The folder of shipped models: the small one.</summary>
    public static string Models => Path.Combine(Folder.Value, "models");

    public static TrainingOptions Options { get; } = new()
    {
        Epochs = 8,
        Width = 64,
        Layers = 1,
        Embedding = 16,
        Dropout = 0,
        Streams = 8,
        Steps = 32,
        LearningRate = 1e-2,
        Threads = 1,
        Seed = 5,
    };

    /// <summary>A line in the show's words.</summary>
    public static string Line(Random random) => $"{Subjects[random.Next(8)]} {Verbs[random.Next(8)]} {Places[random.Next(8)]}.";

    private static string Make()
    {
        var folder = Directory.CreateTempSubdirectory("telenovela-tiny-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var show = Path.Combine(folder, "corpus", "spanish", Id);
        Directory.CreateDirectory(show);
        var random = new Random(11);
        for (var episode = 1; episode <= Episodes; episode++)
        {
            var script = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Title: {Title}\nEpisode: {episode}\nLanguage: es\n\nINT. FARO - DAY\n");
            for (var line = 0; line < LinesOfEpisode; line++)
            {
                script.Append(CultureInfo.InvariantCulture, $"\n{Speakers[random.Next(4)]}\n{Line(random)}\n");
            }

            File.WriteAllText(Path.Combine(show, new EpisodeFile(1, episode).Name), script.ToString());
        }

        var corpus = CorpusFolder.Load(Path.Combine(folder, "corpus"));
        var episodes = TrainingText.Of(corpus);
        var prepared = new PreparedTraining(
            TrainingData.Split([.. episodes.Select(episode => new NamedText(episode.Name, episode.Text, episode.Telenovela))]),
            [.. corpus.Telenovelas.Select(LearnedTelenovelas.Of)],
            new SortedDictionary<string, string>(episodes.ToDictionary(episode => episode.Name, episode => episode.Sha256), StringComparer.Ordinal));
        using var gradients = TorchSharp.torch.enable_grad();
        CheckpointFolder.Save(
            prepared.ToCheckpoint(ModelTraining.Run(prepared.Data, Options), Options, DateTimeOffset.UnixEpoch),
            Path.Combine(folder, "models", Model));
        return folder;
    }
}
