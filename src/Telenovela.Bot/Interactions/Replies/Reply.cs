namespace Telenovela.Bot.Interactions.Replies;

/// <summary>What a handler answers: a message, an updated message, a modal or suggestions.</summary>
public abstract record Reply;
