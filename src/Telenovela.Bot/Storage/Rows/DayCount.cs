namespace Telenovela.Bot.Storage.Rows;

/// <summary>How many lines were given in a server on a day. Kept by triggers on the lines, never written otherwise.</summary>
public sealed class DayCount
{
    /// <summary>The server.</summary>
    public ulong GuildId { get; set; }

    /// <summary>The day, counted from 0001-01-01 (<see cref="DateOnly.DayNumber"/>), UTC.</summary>
    public int Day { get; set; }

    /// <summary>Lines given on it that weren't deleted since, one at least.</summary>
    public int Given { get; set; }

    /// <summary>Those of them that are approved by now.</summary>
    public int Approved { get; set; }
}
