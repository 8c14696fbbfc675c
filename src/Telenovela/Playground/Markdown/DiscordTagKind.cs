namespace Telenovela.Playground.Markdown;

/// <summary>What stands in angle brackets (API documentation, "Message Formatting").</summary>
internal enum DiscordTagKind
{
    /// <summary><c>&lt;t:1700000000:R&gt;</c></summary>
    Timestamp,

    /// <summary><c>&lt;/telenovela generate:1&gt;</c></summary>
    Command,

    /// <summary><c>&lt;@1&gt;</c></summary>
    User,

    /// <summary><c>&lt;#1&gt;</c></summary>
    Channel,

    /// <summary><c>&lt;:name:1&gt;</c></summary>
    Emoji,
}
