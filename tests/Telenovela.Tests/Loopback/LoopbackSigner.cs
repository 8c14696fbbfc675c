using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using NSec.Cryptography;

namespace Telenovela.Tests.Loopback;

/// <summary>Signs interactions as Discord does, with a key of its own.</summary>
public sealed class LoopbackSigner : IDisposable
{
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);

    /// <summary>64 hexadecimal digits.</summary>
    public string PublicKey => Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    /// <summary>The two headers' values.</summary>
    public (string Signature, string Timestamp) Sign(byte[] body, DateTimeOffset at)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return (Sign(body, timestamp), timestamp);
    }

    /// <summary>The signature of a body with a timestamp of any form.</summary>
    public string Sign(byte[] body, string timestamp) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, [.. Encoding.ASCII.GetBytes(timestamp), .. body]));

    /// <summary>A signed request for the endpoint.</summary>
    public HttpRequestMessage Request(byte[] body, DateTimeOffset at)
    {
        var (signature, timestamp) = Sign(body, at);
        var request = new HttpRequestMessage(HttpMethod.Post, "/interactions")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add("X-Signature-Ed25519", signature);
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        return request;
    }

    public void Dispose() => _key.Dispose();
}
