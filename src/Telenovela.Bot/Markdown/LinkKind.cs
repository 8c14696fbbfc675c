namespace Telenovela.Bot.Markdown;

/// <summary>What a piece of text leads to.</summary>
public enum LinkKind
{
    /// <summary>An address with a scheme (<c>https://…</c>, <c>mailto:…</c>) or <c>www.</c></summary>
    Address,

    /// <summary>An invitation to a Discord server.</summary>
    Invite,

    /// <summary>A domain by itself: <c>example.com/page</c>.</summary>
    Domain,
}
