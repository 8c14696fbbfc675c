using System.Globalization;
using Spectre.Console;
using Telenovela.Engine.Training;

namespace Telenovela.Cli;

/// <summary>For people: a line that moves, and a line an epoch.</summary>
internal sealed class TrainingProgressLines(Output output, TrainingOptions options) : ITrainingReport
{
    private readonly ProgressLine _progress = new("train");

    /// <inheritdoc/>
    public void Begin(TrainingData data) => output.Console.MarkupLineInterpolated(
        $"{data.Train.Length:N0} characters to learn from, {data.HeldOut.Length:N0} held out ({Describe(data.HeldOutNames)}); {options.Layers} × {options.Width}, {options.Epochs} epochs");

    /// <inheritdoc/>
    public void Step(TrainingProgress step) => _progress.Report((double)step.Step / step.Steps, string.Create(
        CultureInfo.InvariantCulture, $"epoch {step.Epoch}/{step.Epochs} · {step.Nats:0.000} nats · {step.CharactersPerSecond:N0} characters/s"));

    /// <inheritdoc/>
    public void Epoch(TrainedModel best)
    {
        _progress.Clear();
        var epoch = best.Epochs[^1];
        var mark = best.Best == epoch ? " · best so far, saved" : "";
        output.Console.MarkupLineInterpolated(
            $"epoch {epoch.Epoch,3}: train {epoch.TrainNats:0.0000}, held out {epoch.HeldOutNats:0.0000} nats ({epoch.HeldOutBits:0.0000} bits) a character · {epoch.CharactersPerSecond:N0} characters/s{mark}");
    }

    /// <inheritdoc/>
    public void End() => _progress.Dispose();

    /// <inheritdoc/>
    public void Dispose() => _progress.Dispose();

    private static string Describe(IReadOnlyList<string> heldOut) => heldOut.Count == 0 ? "the last tenth" : string.Join(", ", heldOut);
}
