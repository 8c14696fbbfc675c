namespace Telenovela.Bot.Storage.Rows;

/// <summary>Who may give lines in a server.</summary>
public enum ContributePolicy
{
    /// <summary>Every member.</summary>
    Everyone,

    /// <summary>Members with one of <see cref="GuildSettings.ContributorRoles"/>.</summary>
    Roles,

    /// <summary>Nobody, for the time being.</summary>
    Nobody,
}
