namespace Telenovela.Bot.Retraining.Stages;

/// <summary>What a run is to do.</summary>
/// <param name="Champion">The generation in use when it began; null for the shipped models.</param>
/// <param name="Models">The models to be trained.</param>
/// <param name="Probes">For each model of the champion's generation, trained or not, a held-out text to know it again by.</param>
public sealed record RunPlan(string? Champion, IReadOnlyList<ModelPlan> Models, IReadOnlyDictionary<string, string> Probes)
{
    /// <summary>A plan with nothing in it.</summary>
    public static RunPlan Nothing { get; } = new(null, [], new Dictionary<string, string>());

    /// <summary>Whether every line that its models learn may be learned.</summary>
    /// <param name="learnable">The lines that may be.</param>
    public bool MayBeLearned(IReadOnlySet<string> learnable) => Models.All(plan => plan.Keys.All(learnable.Contains));
}
