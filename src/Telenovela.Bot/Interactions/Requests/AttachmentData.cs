namespace Telenovela.Bot.Interactions.Requests;

/// <summary>A file that a person gave. Nothing of it has been fetched or checked.</summary>
/// <param name="Id">Snowflake.</param>
/// <param name="FileName">The name the person's file had.</param>
/// <param name="Url">Where Discord keeps it.</param>
/// <param name="Size">Bytes, as Discord says.</param>
/// <param name="ContentType">Media type, as Discord says.</param>
public sealed record AttachmentData(ulong Id, string FileName, Uri Url, long Size, string? ContentType);
