using System.Text.Json.Serialization;

namespace Telenovela.Playground.Replies;

/// <summary>A file of a message.</summary>
/// <param name="Id">Its number among the message's files.</param>
/// <param name="Filename">Its name.</param>
/// <param name="Description">Words for those who can't see it.</param>
public sealed record AttachmentBody(string Id, string? Filename, string? Description)
{
    /// <summary>Media type.</summary>
    [JsonIgnore]
    public string ContentType { get; init; } = "application/octet-stream";

    /// <summary>Bytes.</summary>
    [JsonIgnore]
    public int Size { get; init; }

    /// <summary>The file itself as an address.</summary>
    [JsonIgnore]
    public string DataUri { get; init; } = "";

    /// <summary>Whether it is a picture that browsers show.</summary>
    [JsonIgnore]
    public bool IsPicture => ContentType is "image/png" or "image/jpeg" or "image/gif" or "image/webp" or "image/svg+xml";
}
