namespace Telenovela.Bot.Interactions.Processing;

/// <summary>Something a person should be told in words, instead of an apology: it ends as an ephemeral message.</summary>
/// <param name="message">Localised markdown that says what is wrong and what to do.</param>
public sealed class ReplyException(string message) : Exception(message);
