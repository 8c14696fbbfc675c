namespace Telenovela.Bot.Contributions;

/// <summary>A generated text that somebody rates or reports, and what is needed to write it again.</summary>
/// <param name="MessageId">The message that shows it; it names the text.</param>
/// <param name="ChannelId">Its channel.</param>
/// <param name="GuildId">Its server; 0 outside of servers.</param>
/// <param name="Model">The language model's name.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Settings">The other settings, a JSON object.</param>
/// <param name="Text">The text; null where it isn't at hand.</param>
public sealed record RatedMessage(ulong MessageId, ulong ChannelId, ulong GuildId, string Model, long Seed, string Settings, string? Text);
