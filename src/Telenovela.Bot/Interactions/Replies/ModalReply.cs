namespace Telenovela.Bot.Interactions.Replies;

/// <summary>Opens a modal. Must be the first response, and never answers a modal.</summary>
/// <param name="CustomId">At most 100 characters; <c>prefix:rest</c>.</param>
/// <param name="Title">At most 45 characters.</param>
/// <param name="Fields">One to five.</param>
public sealed record ModalReply(string CustomId, string Title, IReadOnlyList<ModalField> Fields) : Reply;
