namespace Telenovela.Bot.Storage.Rows;

/// <summary>What became of a contributed line.</summary>
public enum ContributionStatus
{
    /// <summary>Waits for a moderator.</summary>
    Pending,

    /// <summary>Part of the dataset, as given or as a moderator edited it.</summary>
    Approved,

    /// <summary>Not part of it.</summary>
    Rejected,
}
