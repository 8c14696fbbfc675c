namespace Telenovela.Bot.Storage.Rows;

/// <summary>What a server's administrators chose.</summary>
public sealed class GuildSettings
{
    /// <summary>The server.</summary>
    public ulong GuildId { get; set; }

    /// <summary>Where pending lines and reports are announced; null for nowhere.</summary>
    public ulong? ReviewChannelId { get; set; }

    /// <summary>Where is told what the bot learned in the night; null for nowhere.</summary>
    public ulong? NewsChannelId { get; set; }

    /// <summary>Discord's locale in which that is told: that of whoever chose the channel.</summary>
    public string? NewsLocale { get; set; }

    /// <summary>Roles that may review besides those with <c>Manage Messages</c>.</summary>
    public List<ulong> ReviewerRoles { get; set; } = [];

    /// <summary>Languages in which lines are taken, ISO 639-1; none for all.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>Who may give lines.</summary>
    public ContributePolicy Policy { get; set; }

    /// <summary>For <see cref="ContributePolicy.Roles"/>: which.</summary>
    public List<ulong> ContributorRoles { get; set; } = [];

    /// <summary>Seconds between two contributions of a person; null for the bot's own measure.</summary>
    public int? ContributeCooldownSeconds { get; set; }

    /// <summary>Seconds between two generated texts of a person; null for the bot's own measure.</summary>
    public int? GenerateCooldownSeconds { get; set; }

    /// <summary>Most lines a person may give in a day; null for the bot's own measure.</summary>
    public int? LinesPerDay { get; set; }

    /// <summary>Changes with every change of the row: who saves on top of an older one is told.</summary>
    public Guid Version { get; set; }
}
