using System.Globalization;
using System.Net.Http.Headers;
using Telenovela.Bot.Interactions.Replies;

namespace Telenovela.Discord.Wire;

/// <summary>A body for Discord: JSON, with files beside it where there are any.</summary>
/// <param name="Json">UTF-8.</param>
/// <param name="Files">In the order in which the JSON's <c>attachments</c> number them.</param>
public sealed record WirePayload(ReadOnlyMemory<byte> Json, IReadOnlyList<FileAttachment> Files)
{
    /// <summary>
    /// The body as HTTP sends it: <c>application/json</c>, or with files <c>multipart/form-data</c> of <c>payload_json</c> and
    /// <c>files[n]</c> (API documentation, "Uploading Files"). Each call makes a new one, so that a request can be repeated.
    /// </summary>
    public HttpContent ToHttpContent()
    {
        var json = new ReadOnlyMemoryContent(Json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        if (Files.Count == 0)
        {
            return json;
        }

        var parts = new MultipartFormDataContent { { json, "payload_json" } };
        for (var at = 0; at < Files.Count; at++)
        {
            var part = new ReadOnlyMemoryContent(Files[at].Content);
            part.Headers.ContentType = MediaTypeHeaderValue.TryParse(Files[at].ContentType, out var type) ? type : null;
            parts.Add(part, string.Create(CultureInfo.InvariantCulture, $"files[{at}]"), Files[at].Name);
        }

        return parts;
    }
}
