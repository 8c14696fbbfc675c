using System.Text.Json;

namespace Telenovela.Discord.Rest;

/// <summary>Makes one line of the body of an error (API documentation, "Error Messages").</summary>
internal static class ErrorText
{
    private const int Most = 500;

    private static readonly string[] Members = ["code", "message", "errors"];

    /// <summary>
    /// Code, message and the places of wrong fields. Only those members are taken, so that an error page that repeats the request's
    /// address, and with it a token, never reaches a log.
    /// </summary>
    public static string Of(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return "no explanation";
            }

            var parts = Members
                .Where(name => document.RootElement.TryGetProperty(name, out _))
                .Select(name => document.RootElement.GetProperty(name).ToString());
            var text = string.Join(' ', parts);
            return text.Length == 0 ? "no explanation" : text[..Math.Min(text.Length, Most)];
        }
        catch (JsonException)
        {
            return "no explanation";
        }
    }
}
