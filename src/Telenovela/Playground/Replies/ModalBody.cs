namespace Telenovela.Playground.Replies;

/// <summary>A modal as the bot's JSON describes it.</summary>
/// <param name="CustomId">Comes back to the bot.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Components">Its fields.</param>
public sealed record ModalBody(string CustomId, string Title, IReadOnlyList<ComponentBody> Components);
