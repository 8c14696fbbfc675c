using Telenovela.Story.Models.Generations;

namespace Telenovela.Bot.Retraining.Stages;

/// <summary>A model to be trained.</summary>
/// <param name="Model">Its folder's name.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Champion">The folder of the model in use.</param>
/// <param name="Start">The folder of the model whose weights training begins with: the champion, unless that must go.</param>
/// <param name="StartedFrom">The generation of that; null for the shipped models.</param>
/// <param name="NewLines">Approval sequences of the lines that the champion hasn't learned.</param>
/// <param name="Keys">The lines that it will have learned, those that its weights saw before among them (<see cref="Contributions.ApprovedLine.LearningKey"/>).</param>
/// <param name="Watermark">The highest approval sequence that was looked at.</param>
/// <param name="Seed">Of drawing and training.</param>
public sealed record ModelPlan(
    string Model, string Language, string Champion, string Start, string? StartedFrom, IReadOnlyList<long> NewLines, IReadOnlyList<string> Keys, long Watermark, long Seed)
{
    /// <summary>Whether the champion goes in any case, because it learned what may no longer be learned, or another model is shipped now: where the challenger fails, for <see cref="Start"/>.</summary>
    public bool MustGo { get; init; }

    /// <summary>What the weights in <see cref="Start"/> have learned, and which shipped model they descend from.</summary>
    public ModelLineage StartLineage { get; init; } = ModelLineage.Shipped;

    /// <summary>The folder of what it is to learn.</summary>
    /// <param name="run">The run's folder.</param>
    public string TextIn(string run) => Path.Combine(run, Model, "text");

    /// <summary>The folder of the challenger.</summary>
    /// <param name="run">The run's folder.</param>
    public string ChallengerIn(string run) => Path.Combine(run, Model, "challenger");

    /// <summary>Where the training notes how far it is.</summary>
    /// <param name="run">The run's folder.</param>
    public string StateIn(string run) => Path.Combine(run, Model, "training.state");
}
