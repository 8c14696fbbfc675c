namespace Telenovela.Playground.Uploads;

/// <summary>A file that somebody gave in the playground.</summary>
/// <param name="Id">Snowflake.</param>
/// <param name="Name">Its name without any folder.</param>
/// <param name="ContentType">Media type as the browser says.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Url">Where it can be fetched while the program runs.</param>
public sealed record PlaygroundUpload(ulong Id, string Name, string ContentType, ReadOnlyMemory<byte> Content, Uri Url);
