using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Telenovela.Tests.Loopback;

/// <summary>Takes a payload apart: JSON alone, or JSON with files.</summary>
internal static class LoopbackBody
{
    public static async Task<(JsonNode? Json, IReadOnlyList<LoopbackFile> Files)> ReadAsync(string? contentType, Stream body, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await body.CopyToAsync(buffer, cancellationToken);
        buffer.Position = 0;
        if (buffer.Length == 0 || contentType is null)
        {
            return (null, []);
        }

        var type = MediaTypeHeaderValue.Parse(contentType);
        if (type.MediaType == "application/json")
        {
            return (JsonNode.Parse(buffer), []);
        }

        JsonNode? json = null;
        var files = new List<LoopbackFile>();
        var reader = new MultipartReader(type.Parameters.Single(parameter => parameter.Name == "boundary").Value!.Trim('"'), buffer);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            var part = section.GetContentDispositionHeader()!;
            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, cancellationToken);
            if (part.Name.ToString().Trim('"') == "payload_json")
            {
                json = JsonNode.Parse(content.ToArray());
            }
            else
            {
                files.Add(new LoopbackFile(part.Name.ToString().Trim('"'), part.FileNameStar.HasValue ? part.FileNameStar.ToString() : part.FileName.ToString().Trim('"'), section.ContentType ?? "", content.ToArray()));
            }
        }

        return (json, files);
    }
}
