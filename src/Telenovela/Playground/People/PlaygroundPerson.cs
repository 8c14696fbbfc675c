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

    /// <summary>Whether the person has <see cref="ManageMessages"/>.</summary>
    public bool IsModerator => (Permissions & ManageMessages) != 0;

    /// <summary>One letter for the avatar.</summary>
    public string Initial => DisplayName[..1];
}
