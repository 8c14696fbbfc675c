using System.Text.Json;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Tokenizers;
using Telenovela.Engine.Training;
using Telenovela.Story.Models;

namespace Telenovela.Story.Training;

/// <summary>What a model is to learn, decided and written down, so that another process can train on just that.</summary>
/// <param name="Data">Text to learn from, and text held out.</param>
/// <param name="Learned">The telenovelas in it.</param>
/// <param name="Fingerprints">SHA-256 of each source, by name.</param>
public sealed record PreparedTraining(TrainingData Data, IReadOnlyList<LearnedTelenovela> Learned, IReadOnlyDictionary<string, string> Fingerprints)
{
    /// <summary>A word that occurs once in millions may be a misprint.</summary>
    private const int FewestTimes = 2;

    private const string TrainFile = "train.txt";
    private const string HeldOutFile = "held-out.txt";
    private const string SourceFile = "source.json";

    /// <summary>Writes it into a folder; the description last, so that a half-written folder isn't taken for a whole one.</summary>
    /// <param name="directory">The folder, which is made if need be.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Save(string directory)
    {
        Directory.CreateDirectory(directory);
        File.Delete(Path.Combine(directory, SourceFile));
        File.WriteAllText(Path.Combine(directory, TrainFile), Data.Train);
        File.WriteAllText(Path.Combine(directory, HeldOutFile), Data.HeldOut);
        File.WriteAllText(Path.Combine(directory, SourceFile), JsonSerializer.Serialize(new Source(Data.HeldOutNames, Learned, Fingerprints)));
    }

    /// <summary>Reads it back.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="TrainingException">It holds no prepared text, or less than can be trained on.</exception>
    public static PreparedTraining Load(string directory)
    {
        try
        {
            var source = JsonSerializer.Deserialize<Source>(File.ReadAllText(Path.Combine(directory, SourceFile)))!;
            var data = new TrainingData(
                File.ReadAllText(Path.Combine(directory, TrainFile)), File.ReadAllText(Path.Combine(directory, HeldOutFile)), source.HeldOut);
            return data.Train.Length >= TrainingData.Fewest
                ? new PreparedTraining(data, source.Learned, source.Fingerprints)
                : throw new TrainingException($"There are {data.Train.Length} characters to train on; at least {TrainingData.Fewest} are needed.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new TrainingException($"“{directory}” holds no prepared training text: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>The model that has learned it.</summary>
    /// <param name="trained">What training has made.</param>
    /// <param name="options">How.</param>
    /// <param name="saved">When.</param>
    /// <param name="known">The words that the model knew before; null for none.</param>
    public Checkpoint ToCheckpoint(TrainedModel trained, TrainingOptions options, DateTimeOffset saved, Lexicon? known = null) => new()
    {
        Shape = trained.Shape,
        Tokenizer = trained.Tokenizer,
        Weights = trained.Weights,
        Lexicon = trained.Tokenizer is CharacterTokenizer
            ? null
            : new Lexicon([.. Lexicon.Learn(Data.Train, FewestTimes).Words, .. known?.Words ?? []]),
        Origin = new CheckpointOrigin
        {
            Epoch = trained.Best.Epoch,
            HeldOutNats = trained.Best.HeldOutNats,
            HeldOut = Data.HeldOutNames,
            Options = options,
            Corpus = Fingerprints,
            Saved = saved,
            Metadata = LearnedTelenovelas.Write(Learned),
        },
    };

    private sealed record Source(IReadOnlyList<string> HeldOut, IReadOnlyList<LearnedTelenovela> Learned, IReadOnlyDictionary<string, string> Fingerprints);
}
