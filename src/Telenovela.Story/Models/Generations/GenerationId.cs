using System.Globalization;

namespace Telenovela.Story.Models.Generations;

/// <summary>A generation's name: the second of its publication, UTC. Names in ordinal order are in the order of publication.</summary>
internal static class GenerationId
{
    private const string Format = "yyyyMMdd-HHmmss";

    public static bool Is(string name) => DateTime.TryParseExact(name, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static bool IsBefore(string one, string other) => string.CompareOrdinal(one, other) < 0;

    /// <summary>Whether a generation is younger than the one in use; every one is younger than the shipped models.</summary>
    public static bool IsSince(string? inUse, string other) => inUse is null || IsBefore(inUse, other);

    /// <summary>The moment, or the second behind the newest generation where the clock was set back.</summary>
    public static string Next(DateTimeOffset now, string? newest)
    {
        var at = now.UtcDateTime;
        var next = newest is null ? at : DateTime.ParseExact(newest, Format, CultureInfo.InvariantCulture).AddSeconds(1);
        return (next > at ? next : at).ToString(Format, CultureInfo.InvariantCulture);
    }
}
