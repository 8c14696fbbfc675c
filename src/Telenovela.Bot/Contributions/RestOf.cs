namespace Telenovela.Bot.Contributions;

/// <summary>Which lines behind one are decided on with it.</summary>
public enum RestOf
{
    /// <summary>Those that were given at once with it, for example of a script.</summary>
    Submission,

    /// <summary>All of the same person in the same server.</summary>
    Giver,
}

/// <summary>How many lines wait behind one, it itself included.</summary>
/// <param name="OfSubmission">See <see cref="RestOf.Submission"/>.</param>
/// <param name="OfGiver">See <see cref="RestOf.Giver"/>.</param>
/// <param name="Last">The last line that was counted.</param>
public sealed record RestCounts(int OfSubmission, int OfGiver, long Last);
