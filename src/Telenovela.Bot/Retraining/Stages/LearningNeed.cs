using Telenovela.Bot.Contributions;
using Telenovela.Engine.Checkpoints;

namespace Telenovela.Bot.Retraining.Stages;

/// <summary>What a model has to learn, and from which weights it would begin.</summary>
/// <param name="Model">Its folder's name.</param>
/// <param name="Checkpoint">The model in use.</param>
/// <param name="Champion">Its folder.</param>
/// <param name="Start">The folder of the weights to begin with.</param>
/// <param name="StartedFrom">The generation of those; null for the shipped ones.</param>
/// <param name="Gone">Lines that the champion has learned and that may no longer be learned.</param>
/// <param name="MustBe">Whether it must be trained however little there is: lines are gone, or other models are shipped now.</param>
/// <param name="News">Lines that the weights haven't learned.</param>
/// <param name="Known">Lines that they have.</param>
/// <param name="Watermark">The highest approval sequence of its lines.</param>
internal sealed record LearningNeed(
    string Model,
    Checkpoint Checkpoint,
    string Champion,
    string Start,
    string? StartedFrom,
    int Gone,
    bool MustBe,
    IReadOnlyList<ApprovedLine> News,
    IReadOnlyList<ApprovedLine> Known,
    long Watermark);
