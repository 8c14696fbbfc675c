namespace Telenovela.Bot.Interactions.Replies;

/// <summary>"Thinking…": the message follows as an edit.</summary>
/// <param name="Ephemeral">Whether the message to come is seen only by the person who asked.</param>
/// <param name="ReplacesMessage">Whether the message to come replaces the one that carries the component.</param>
public sealed record DeferredReply(bool Ephemeral, bool ReplacesMessage = false) : Reply;
