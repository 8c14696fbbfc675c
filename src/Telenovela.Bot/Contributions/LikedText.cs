namespace Telenovela.Bot.Contributions;

/// <summary>A generated text that people liked.</summary>
/// <param name="Text">The text, without its prompt.</param>
/// <param name="Settings">The settings as a JSON object.</param>
/// <param name="ChannelId">The channel of the message that shows it.</param>
/// <param name="MessageId">That message.</param>
/// <param name="Votes">The votes.</param>
public sealed record LikedText(string Text, string Settings, ulong ChannelId, ulong MessageId, VoteTotals Votes);
