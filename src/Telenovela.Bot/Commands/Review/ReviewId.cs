using System.Globalization;

namespace Telenovela.Bot.Commands.Review;

/// <summary>The line's or report's id in a custom id.</summary>
internal static class ReviewId
{
    /// <summary>Reads it; 0 for anything else, which no line has.</summary>
    public static long Of(string customId) =>
        long.TryParse(customId.Split(':')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
