namespace Telenovela.Bot.Interactions.Requests;

/// <summary>The message of ours under which a component was used, as Discord keeps it.</summary>
/// <param name="Id">Snowflake.</param>
/// <param name="Content">Its text.</param>
/// <param name="EmbedDescriptions">The descriptions of its embeds, in order; empty strings where an embed has none.</param>
public sealed record CarryingMessage(ulong Id, string Content, IReadOnlyList<string> EmbedDescriptions);
