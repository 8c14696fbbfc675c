namespace Telenovela.Bot.Interactions.Replies;

/// <summary>Answers Discord's ping.</summary>
public sealed record PongReply : Reply;
