namespace Telenovela.Benchmarks.Retraining;

/// <summary>What is asked of the bot.</summary>
internal enum AskedKind
{
    /// <summary><c>/telenovela generate</c>: deferred, then the engine writes.</summary>
    Generate,

    /// <summary><c>/telenovela stats</c>: deferred, then the database is read and a picture drawn.</summary>
    Stats,

    /// <summary><c>/telenovela about</c>: answered at once.</summary>
    About,

    /// <summary>Somebody types the name of a telenovela.</summary>
    Suggest,

    /// <summary>👍 under a text: answered at once, after the database took a note.</summary>
    Vote,
}
