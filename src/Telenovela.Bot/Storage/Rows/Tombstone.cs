namespace Telenovela.Bot.Storage.Rows;

/// <summary>That there was a line, and nothing about whose or which words.</summary>
public sealed class Tombstone
{
    /// <summary>The id that the line had.</summary>
    public long ContributionId { get; set; }

    /// <summary>The server.</summary>
    public ulong GuildId { get; set; }

    /// <summary>The telenovela's id.</summary>
    public string Telenovela { get; set; } = "";

    /// <summary>What had become of the line.</summary>
    public ContributionStatus Status { get; set; }

    /// <summary>The day on which it was deleted (UTC); the hour would say too much.</summary>
    public DateOnly DeletedOn { get; set; }
}
