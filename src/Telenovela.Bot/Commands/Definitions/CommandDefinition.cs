namespace Telenovela.Bot.Commands.Definitions;

/// <summary>A slash command as it is registered, free of any transport's format.</summary>
/// <param name="Name">Lower case, 1 to 32 letters, digits, hyphens or underscores.</param>
/// <param name="Description">At most 100 characters.</param>
/// <param name="Options">Subcommands or options; required ones first; at most 25.</param>
public sealed record CommandDefinition(LocalizedText Name, LocalizedText Description, IReadOnlyList<OptionDefinition> Options)
{
    /// <summary>Permissions (a bit set) that a member needs to see the whole command; null for everybody.</summary>
    public ulong? DefaultMemberPermissions { get; init; }

    /// <summary>Whether it can be used in direct messages too.</summary>
    public bool InDirectMessages { get; init; } = true;
}
