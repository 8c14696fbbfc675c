using Telenovela.Bot.Contributions;

namespace Telenovela.Bot.Retraining.Stages;

/// <summary>What a model has to learn, and from which weights it would begin.</summary>
/// <param name="Model">Its folder's name.</param>
/// <param name="Champion">The folder of the model in use.</param>
/// <param name="Start">The weights to begin with; null where there are none.</param>
/// <param name="Gone">Lines that the champion has learned and that may no longer be learned.</param>
/// <param name="MustGo">Whether the champion goes in any case, however little there is to learn: lines are gone, or another model is shipped now.</param>
/// <param name="News">Lines that the weights haven't learned.</param>
/// <param name="Known">Lines that they have.</param>
/// <param name="NewLines">Approval sequences of those that the champion hasn't learned either.</param>
/// <param name="Watermark">The highest approval sequence of its lines.</param>
internal sealed record LearningNeed(
    string Model,
    string Champion,
    StartingWeights? Start,
    int Gone,
    bool MustGo,
    IReadOnlyList<ApprovedLine> News,
    IReadOnlyList<ApprovedLine> Known,
    IReadOnlyList<long> NewLines,
    long Watermark)
{
    /// <summary>Why there are no weights to begin with, in English, for people.</summary>
    public string? Problem { get; init; }
}
