namespace Telenovela.Bot.Storage.Rows;

/// <summary>How many lines of a telenovela have a status in a server. Kept by triggers on the lines, never written otherwise.</summary>
public sealed class TelenovelaCount
{
    /// <summary>The server.</summary>
    public ulong GuildId { get; set; }

    /// <summary>The telenovela's id.</summary>
    public string Telenovela { get; set; } = "";

    /// <summary>The status.</summary>
    public ContributionStatus Status { get; set; }

    /// <summary>Lines, one at least.</summary>
    public int Lines { get; set; }
}
