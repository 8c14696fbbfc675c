using System.Diagnostics;
using System.Text.Json;
using Telenovela.Bot.Retraining.Training;
using Telenovela.Engine.Training;

namespace Telenovela.Cli;

/// <summary>For a parent process: JSON, an object a line (<see cref="TrainingEvent"/>), at most two a second.</summary>
internal sealed class TrainingEvents(TextWriter writer) : ITrainingReport
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch _since = Stopwatch.StartNew();
    private TimeSpan _last = -Pause;

    /// <inheritdoc/>
    public void Begin(TrainingData data)
    {
    }

    /// <inheritdoc/>
    public void Step(TrainingProgress step)
    {
        if (_since.Elapsed - _last >= Pause || step.Step == step.Steps)
        {
            _last = _since.Elapsed;
            Write(new TrainingEvent(step.Step, step.Steps, step.Epoch, step.Epochs, step.Nats, step.CharactersPerSecond, null));
        }
    }

    /// <inheritdoc/>
    public void Epoch(TrainedModel best) => Write(new TrainingEvent(null, null, best.Epochs[^1].Epoch, null, best.Epochs[^1].TrainNats, best.Epochs[^1].CharactersPerSecond, best.Epochs[^1].HeldOutNats));

    /// <inheritdoc/>
    public void End()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Write(TrainingEvent progress)
    {
        writer.WriteLine(JsonSerializer.Serialize(progress));
        writer.Flush();
    }
}
