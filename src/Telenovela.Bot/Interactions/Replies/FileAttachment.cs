namespace Telenovela.Bot.Interactions.Replies;

/// <summary>A file sent with a message.</summary>
/// <param name="Name">File name with its ending.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Description">Words for those who can't see it, at most 1,024 characters.</param>
public sealed record FileAttachment(string Name, ReadOnlyMemory<byte> Content, string ContentType, string Description);
