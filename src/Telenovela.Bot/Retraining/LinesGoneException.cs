namespace Telenovela.Bot.Retraining;

/// <summary>A line that a run has learned was deleted or taken back meanwhile: the run begins anew without it.</summary>
public sealed class LinesGoneException : Exception
{
    /// <summary>Says so.</summary>
    public LinesGoneException()
        : base("A line that was learned in this run was deleted or taken back meanwhile.")
    {
    }
}
