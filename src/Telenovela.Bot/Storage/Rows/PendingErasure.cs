namespace Telenovela.Bot.Storage.Rows;

/// <summary>
/// Rows were deleted whose bytes may still lie about in the files. Written in the same transaction as the deletion and removed when the
/// bytes are gone, so that a crash in between forgets nothing.
/// </summary>
public sealed class PendingErasure
{
    /// <summary>The row.</summary>
    public long Id { get; set; }

    /// <summary>When the rows were deleted.</summary>
    public DateTimeOffset At { get; set; }
}
