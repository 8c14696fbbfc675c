namespace Telenovela.Bot.Contributions;

/// <summary>What became of a submission.</summary>
public enum SubmissionOutcome
{
    /// <summary>It is in the database, on the disk.</summary>
    Accepted,

    /// <summary>It was there already: the interaction came again.</summary>
    Repeated,

    /// <summary>The person hasn't agreed to these terms, or has withdrawn. Nothing was kept.</summary>
    NoConsent,

    /// <summary>Too many lines of the person wait for review. Nothing was kept.</summary>
    TooManyPending,
}
