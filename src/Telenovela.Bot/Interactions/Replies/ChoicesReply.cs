namespace Telenovela.Bot.Interactions.Replies;

/// <summary>Suggestions for the option being typed.</summary>
/// <param name="Choices">At most 25.</param>
public sealed record ChoicesReply(IReadOnlyList<Choice> Choices) : Reply;
