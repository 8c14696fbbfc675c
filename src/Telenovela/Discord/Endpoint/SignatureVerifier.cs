using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using NSec.Cryptography;

namespace Telenovela.Discord.Endpoint;

/// <summary>
/// Checks that Discord sent a request, just now: Ed25519 (RFC 8032) over the timestamp's characters followed by the body's bytes
/// (API documentation, "Validating Security Request Headers"). Works on raw bytes, before anything is parsed.
/// </summary>
/// <param name="options">Gives <see cref="DiscordOptions.PublicKey"/>.</param>
/// <param name="time">Now.</param>
public sealed class SignatureVerifier(IOptions<DiscordOptions> options, TimeProvider time)
{
    /// <summary>The header with the signature, 128 hexadecimal digits.</summary>
    public const string SignatureHeader = "X-Signature-Ed25519";

    /// <summary>The header with the seconds since 1970.</summary>
    public const string TimestampHeader = "X-Signature-Timestamp";

    /// <summary>
    /// How far a timestamp may lie from our clock, either way. Discord documents no window; five minutes forgive a clock that is
    /// a little wrong, and anything sent again later is refused.
    /// </summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const int SignatureSize = 64;
    private const int MostTimestampDigits = 12;

    private readonly Lazy<PublicKey> _key = new(() =>
        PublicKey.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(options.Value.PublicKey), KeyBlobFormat.RawPublicKey));

    /// <summary>Whether both headers are there in the right form, which can be told before the body is read.</summary>
    public static bool HasForm(string? signature, string? timestamp) =>
        signature is { Length: 2 * SignatureSize } && signature.All(char.IsAsciiHexDigit) &&
        timestamp is [>= '1' and <= '9', ..] and { Length: <= MostTimestampDigits } && timestamp.All(char.IsAsciiDigit);

    /// <summary>Judges one request.</summary>
    /// <param name="signature">The value of <see cref="SignatureHeader"/>, null where it is missing.</param>
    /// <param name="timestamp">The value of <see cref="TimestampHeader"/>, null where it is missing.</param>
    /// <param name="body">The whole body as it came.</param>
    public SignatureVerdict Verify(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (!HasForm(signature, timestamp))
        {
            return SignatureVerdict.Missing;
        }

        // As a number: twelve digits reach far beyond the year 9999, where dates end.
        var sent = 1000 * long.Parse(timestamp!, NumberStyles.None, CultureInfo.InvariantCulture);
        if (Math.Abs(time.GetUtcNow().ToUnixTimeMilliseconds() - sent) > Tolerance.TotalMilliseconds)
        {
            return SignatureVerdict.Stale;
        }

        var size = timestamp!.Length + body.Length;
        var signed = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            body.CopyTo(signed.AsSpan(Encoding.ASCII.GetBytes(timestamp, signed)));
            return SignatureAlgorithm.Ed25519.Verify(_key.Value, signed.AsSpan(0, size), Convert.FromHexString(signature!))
                ? SignatureVerdict.Genuine
                : SignatureVerdict.Forged;
        }
        finally
        {
            // The pool is shared, and the body holds an interaction token.
            ArrayPool<byte>.Shared.Return(signed, clearArray: true);
        }
    }
}
