namespace Telenovela.Bot.Storage.Rows;

/// <summary>What a moderator did to a line.</summary>
public enum ModerationKind
{
    /// <summary>Accepted it as given.</summary>
    Approved,

    /// <summary>Accepted it with other words.</summary>
    Edited,

    /// <summary>Refused it.</summary>
    Rejected,

    /// <summary>Took a decision back: the line is pending again.</summary>
    Undone,
}
