namespace Telenovela.Playground.People;

/// <summary>Somebody whom the page's user can play.</summary>
/// <param name="Id">Snowflake, made up.</param>
/// <param name="UserName">Lower case.</param>
/// <param name="DisplayName">The name shown.</param>
/// <param name="Permissions">What the member may do in the channel, a bit set.</param>
public sealed record PlaygroundPerson(ulong Id, string UserName, string DisplayName, ulong Permissions)
{
    /// <summary>Deletes other people's messages, and so counts as a moderator (API documentation, "Permissions").</summary>
    public const ulong ManageMessages = 1UL << 13;

    /// <summary>Manages the server.</summary>
    public const ulong ManageGuild = 1UL << 5;

    /// <summary>Entry of the page's words for what the person may do here.</summary>
    public string Role => (Permissions & ManageGuild) != 0 ? "Administrator"
        : (Permissions & ManageMessages) != 0 ? "Moderator"
        : "Member";

    /// <summary>One letter for the avatar; <c>Doña Inés</c> and <c>Don Aurelio</c> are told apart by their names.</summary>
    public string Initial => DisplayName.Split(' ')[^1][..1];
}
