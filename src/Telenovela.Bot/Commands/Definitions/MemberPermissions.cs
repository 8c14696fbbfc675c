namespace Telenovela.Bot.Commands.Definitions;

/// <summary>The permissions that commands ask for, as bits (API documentation, "Permissions").</summary>
public static class MemberPermissions
{
    /// <summary>May do everything.</summary>
    public const ulong Administrator = 1UL << 3;

    /// <summary>Manages the server ("Manage Server" in Discord's own words).</summary>
    public const ulong ManageGuild = 1UL << 5;

    /// <summary>Deletes other people's messages, and so counts as a moderator.</summary>
    public const ulong ManageMessages = 1UL << 13;

    /// <summary>Whether a member's permissions hold one; nobody has any in direct messages.</summary>
    /// <param name="permissions">The member's, a bit set.</param>
    /// <param name="needed">One of the constants.</param>
    public static bool Allow(ulong? permissions, ulong needed) => (permissions & (needed | Administrator)) is > 0;
}
