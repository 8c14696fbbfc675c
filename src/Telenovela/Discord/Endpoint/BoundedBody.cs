using System.Buffers;

namespace Telenovela.Discord.Endpoint;

/// <summary>Reads request bodies that have a largest size.</summary>
internal static class BoundedBody
{
    /// <summary>The whole body, or null when it is larger than <paramref name="most"/> bytes.</summary>
    /// <remarks>
    /// Takes no token: a connection that is cut ends the reading by itself, while a read that a token gave up leaves Kestrel's reader busy,
    /// and Kestrel logs an error when it drains the body.
    /// </remarks>
    /// <exception cref="IOException">The body is malformed or too slow.</exception>
    /// <exception cref="OperationCanceledException">The connection was cut.</exception>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
        {
            return null;
        }

        // The length may be unsaid (chunked) or a lie, so the bytes are counted as they come.
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(CancellationToken.None);
            if (read.Buffer.Length > most)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
