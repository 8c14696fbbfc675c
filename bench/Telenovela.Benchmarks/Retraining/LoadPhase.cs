namespace Telenovela.Benchmarks.Retraining;

/// <summary>A stretch of time in which the bot does one thing beside answering.</summary>
/// <param name="Name">What.</param>
/// <param name="Pair">Of which pair of phases.</param>
internal sealed record LoadPhase(string Name, int Pair)
{
    public const string WarmUp = "warm-up";
    public const string Idle = "idle";

    /// <summary>The child stands still: idle times in between those in which it works, so that whatever else happens on the machine meets both alike.</summary>
    public const string Paused = "paused";

    /// <summary>Just after it was stopped or let go on.</summary>
    public const string Settling = "settling";

    /// <summary>From <c>retrain now</c> until the stage to be measured is well under way: texts are prepared, a process starts.</summary>
    public const string Starting = "starting";

    public const string Training = "training";
    public const string Measuring = "measuring";

    /// <summary>From <c>retrain cancel</c> until the run has ended.</summary>
    public const string Stopping = "stopping";
}
