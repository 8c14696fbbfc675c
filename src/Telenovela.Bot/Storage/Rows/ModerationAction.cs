namespace Telenovela.Bot.Storage.Rows;

/// <summary>A row of the audit: appended, never changed (the database refuses), except that the reason goes when the line is erased.</summary>
public sealed class ModerationAction
{
    /// <summary>The row.</summary>
    public long Id { get; set; }

    /// <summary>The line, which may be gone.</summary>
    public long ContributionId { get; set; }

    /// <summary>The server.</summary>
    public ulong GuildId { get; set; }

    /// <summary>Who did it.</summary>
    public ulong ModeratorId { get; set; }

    /// <summary>What.</summary>
    public ModerationKind Kind { get; set; }

    /// <summary>Why, in the moderator's words.</summary>
    public string? Reason { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>For <see cref="ModerationKind.Undone"/>: the action that was taken back.</summary>
    public long? UndoneActionId { get; set; }
}
