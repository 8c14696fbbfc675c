using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.HttpResults;
using Telenovela.Playground.Wire;

namespace Telenovela.Playground.Uploads;

/// <summary>
/// Keeps the last files that were given in the playground in memory, as Discord keeps attachments at its own address.
/// Whoever fetches attachments may ask <see cref="Find"/> for addresses that lie here.
/// </summary>
/// <param name="snowflakes">Ids.</param>
public sealed class PlaygroundUploads(SnowflakeSource snowflakes)
{
    /// <summary>Largest file, in bytes.</summary>
    public const int LargestFile = 8 * 1024 * 1024;

    /// <summary>Most files kept; older ones are forgotten.</summary>
    public const int MostFiles = 16;

    internal const string Route = "/playground/uploads/{id}/{name}";

    private readonly ConcurrentDictionary<ulong, PlaygroundUpload> _files = new();

    /// <summary>Keeps a file.</summary>
    /// <param name="site">Address of the page, for example <c>http://127.0.0.1:5080/</c>.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="contentType">Media type as the browser says.</param>
    /// <param name="content">At most <see cref="LargestFile"/> bytes.</param>
    public PlaygroundUpload Keep(Uri site, string name, string contentType, ReadOnlyMemory<byte> content)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Length, LargestFile);
        var id = snowflakes.Next();
        var plain = Path.GetFileName(name.Replace('\\', '/')) is { Length: > 0 } last ? last : "file";
        var upload = new PlaygroundUpload(id, plain, contentType, content, new Uri(site, $"playground/uploads/{id}/{Uri.EscapeDataString(plain)}"));
        _files[id] = upload;
        foreach (var old in _files.Keys.OrderDescending().Skip(MostFiles))
        {
            _files.TryRemove(old, out _);
        }

        return upload;
    }

    /// <summary>The file at an address; null where there is none (any more).</summary>
    public PlaygroundUpload? Find(Uri url) => _files.Values.FirstOrDefault(upload => upload.Url == url);

    internal static Results<NotFound, FileContentHttpResult> Serve(PlaygroundUploads uploads, ulong id, string name) =>
        uploads._files.TryGetValue(id, out var upload) && upload.Name == name
            ? TypedResults.File(upload.Content.ToArray(), "application/octet-stream", upload.Name)
            : TypedResults.NotFound();
}
