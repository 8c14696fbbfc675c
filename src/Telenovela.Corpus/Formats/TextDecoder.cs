using System.Text;
using System.Text.Unicode;

namespace Telenovela.Corpus.Formats;

/// <summary>
/// Finds a text's encoding: the byte-order mark if there is one; else UTF-16 if every other byte at the start is zero; else UTF-8 if the
/// bytes are valid UTF-8 (a character cut off at the very end is forgiven); else Windows-1252, which decodes any bytes.
/// </summary>
public static class TextDecoder
{
    /// <summary>The encoding of bytes that are no Unicode.</summary>
    public const string LastResort = "Windows-1252";

    private static readonly UTF32Encoding Utf32BigEndian = new(bigEndian: true, byteOrderMark: true);

    /// <summary>Decodes any bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The text without byte-order mark, and the encoding's name.</returns>
    public static (string Text, string Encoding) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
            return TryUtf8(bytes) is { } marked ? (marked, "UTF-8") : (Encoding.UTF8.GetString(bytes), "UTF-8");
        }

        if (bytes.StartsWith(Encoding.UTF32.Preamble))
        {
            return (Encoding.UTF32.GetString(bytes[4..]), "UTF-32");
        }

        if (bytes.StartsWith(Utf32BigEndian.Preamble))
        {
            return (Utf32BigEndian.GetString(bytes[4..]), "UTF-32BE");
        }

        if (bytes.StartsWith(Encoding.Unicode.Preamble))
        {
            return (Encoding.Unicode.GetString(bytes[2..]), "UTF-16");
        }

        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return (Encoding.BigEndianUnicode.GetString(bytes[2..]), "UTF-16BE");
        }

        if (UnmarkedUtf16(bytes) is { } utf16)
        {
            return (utf16.GetString(bytes), utf16 == Encoding.Unicode ? "UTF-16" : "UTF-16BE");
        }

        return TryUtf8(bytes) is { } text
            ? (text, "UTF-8")
            : (CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes), LastResort);
    }

    /// <summary>Whether control characters show that this isn't text.</summary>
    /// <param name="text">Decoded text.</param>
    /// <returns>True if more than one character in fifty is a control character that no text uses.</returns>
    public static bool LooksBinary(string text)
    {
        var odd = 0;
        foreach (var c in text)
        {
            odd += char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\v' or '\u0085' or '\u001a') ? 1 : 0;
        }

        return odd * 50L > text.Length;
    }

    private static string? TryUtf8(ReadOnlySpan<byte> bytes)
    {
        // A file cut off in the middle of a character is still UTF-8: up to three bytes at the end may belong to it.
        for (var cut = 0; cut <= Math.Min(3, bytes.Length); cut++)
        {
            if (Utf8.IsValid(bytes[..^cut]))
            {
                return Encoding.UTF8.GetString(bytes[..^cut]);
            }

            if (cut < bytes.Length && bytes[^(cut + 1)] < 0x80)
            {
                return null;
            }
        }

        return null;
    }

    private static Encoding? UnmarkedUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 512)];
        if (sample.Length < 16)
        {
            return null;
        }

        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var most = sample.Length * 2 / 5;
        return odd >= most && even == 0 ? Encoding.Unicode : even >= most && odd == 0 ? Encoding.BigEndianUnicode : null;
    }
}
