using Microsoft.AspNetCore.Components.Forms;
using Telenovela.Playground.Texts;

namespace Telenovela.Playground.Uploads;

/// <summary>Takes files from the browser.</summary>
internal static class UploadReader
{
    /// <summary>Reads a file into memory.</summary>
    /// <returns>The file, or what is wrong with it.</returns>
    public static async Task<(PlaygroundUpload? Upload, PlaygroundProblem? Problem)> ReadAsync(
        PlaygroundUploads uploads, IBrowserFile file, Uri site, CancellationToken cancellationToken)
    {
        if (file.Size > PlaygroundUploads.LargestFile)
        {
            return (null, new PlaygroundProblem("ProblemFile", PlaygroundUploads.LargestFile / 1024 / 1024));
        }

        using var content = new MemoryStream();
        await using var stream = file.OpenReadStream(PlaygroundUploads.LargestFile, cancellationToken);
        await stream.CopyToAsync(content, cancellationToken);
        return (uploads.Keep(site, file.Name, file.ContentType, content.ToArray()), null);
    }
}
