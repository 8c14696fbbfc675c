using Telenovela.Engine.Training;

namespace Telenovela.Cli;

/// <summary>Tells somebody how a training goes.</summary>
internal interface ITrainingReport : IDisposable
{
    /// <summary>Before the first update.</summary>
    void Begin(TrainingData data);

    /// <summary>After every update.</summary>
    void Step(TrainingProgress step);

    /// <summary>After every epoch, when a better model is saved.</summary>
    void Epoch(TrainedModel best);

    /// <summary>At the end.</summary>
    void End();
}
