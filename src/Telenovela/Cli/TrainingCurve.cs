using System.Globalization;
using System.Text.Json;
using Telenovela.Bot.Charts;
using Telenovela.Engine.Training;

namespace Telenovela.Cli;

/// <summary>
/// Keeps how a training went beside its model: <c>metrics.jsonl</c>, an object an epoch, and <c>loss.png</c>. Two lines to compare with are
/// drawn, too: what guessing among the text's characters would give, and what knowing how often each occurs.
/// </summary>
internal sealed class TrainingCurve
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly double _uniform;
    private readonly double _unigram;

    public TrainingCurve(TrainingData data)
    {
        var counts = data.Train.CountBy(character => character).Select(character => (double)character.Value / data.Train.Length).ToList();
        _uniform = Math.Log(Math.Max(1, counts.Count));
        _unigram = -counts.Sum(share => share * Math.Log(share));
    }

    /// <summary>Writes both files into the model's folder; at least one epoch must be over.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Write(string directory, IReadOnlyList<EpochResult> epochs)
    {
        File.WriteAllLines(Path.Combine(directory, "metrics.jsonl"), epochs.Select(epoch => JsonSerializer.Serialize(
            new
            {
                epoch.Epoch,
                epoch.TrainNats,
                epoch.HeldOutNats,
                epoch.CharactersPerSecond,
                UnigramNats = _unigram,
                UniformNats = _uniform,
            },
            Json)));
        var curves = new[]
        {
            Curve("train", epoch => epoch.TrainNats),
            Curve("held out", epoch => epoch.HeldOutNats),
            Curve("unigram", _ => _unigram),
            Curve("uniform", _ => _uniform),
        };
        string[] steps = ["", .. epochs.Select(epoch => epoch.Epoch.ToString(CultureInfo.InvariantCulture))];
        File.WriteAllBytes(Path.Combine(directory, "loss.png"), LossChart.Draw(curves, steps, "nats a character"));

        LossCurve Curve(string name, Func<EpochResult, double> nats) => new(name, [.. epochs.Select(epoch => (epoch.Epoch, nats(epoch)))]);
    }
}
