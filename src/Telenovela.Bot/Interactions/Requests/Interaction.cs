namespace Telenovela.Bot.Interactions.Requests;

/// <summary>
/// One thing that a person did, as any transport received it. Exactly one of <see cref="Command"/>, <see cref="Component"/>
/// and <see cref="Modal"/> is set, by <see cref="Type"/> (<see cref="Command"/> for commands and autocompletion; none for a ping).
/// </summary>
public sealed record Interaction
{
    /// <summary>Snowflake of the interaction; each is processed once.</summary>
    public required ulong Id { get; init; }

    /// <summary>Snowflake of the application that it was sent to.</summary>
    public required ulong ApplicationId { get; init; }

    /// <summary>What the person did.</summary>
    public required InteractionType Type { get; init; }

    /// <summary>Secret that allows replies for 15 minutes. Never logged: <see cref="ToString"/> leaves it out.</summary>
    public required string Token { get; init; }

    /// <summary>The person who did it.</summary>
    public required InteractionUser User { get; init; }

    /// <summary>The person's language as Discord names it, for example <c>en-US</c> or <c>es-419</c>.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>The server it happened in; null in direct messages.</summary>
    public ulong? GuildId { get; init; }

    /// <summary>The channel it happened in.</summary>
    public ulong? ChannelId { get; init; }

    /// <summary>The member's own permissions in that channel, a bit set; null in direct messages.</summary>
    public ulong? MemberPermissions { get; init; }

    /// <summary>The member's roles in the server; none in direct messages.</summary>
    public IReadOnlyList<ulong> MemberRoles { get; init; } = [];

    /// <summary>The command with its options.</summary>
    public CommandData? Command { get; init; }

    /// <summary>The component that was used.</summary>
    public ComponentData? Component { get; init; }

    /// <summary>The submitted modal.</summary>
    public ModalData? Modal { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Type} {Id} ({Command?.Path ?? Component?.CustomId ?? Modal?.CustomId ?? "ping"})";
}
