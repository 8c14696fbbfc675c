using System.Globalization;
using System.Text.RegularExpressions;

namespace Telenovela.Corpus.Dataset;

/// <summary>An episode's place in its telenovela, which is also its file's name: <c>s01e01.fountain</c>.</summary>
/// <param name="Season">The season, 0 to <see cref="Highest"/>.</param>
/// <param name="Number">The episode within the season, 0 to <see cref="Highest"/>.</param>
public sealed partial record EpisodeFile(int Season, int Number) : IComparable<EpisodeFile>
{
    /// <summary>The highest season or episode number a file may have.</summary>
    public const int Highest = 9999;

    /// <summary>The file name: <c>s01e01.fountain</c>.</summary>
    public string Name => $"{Id}.fountain";

    /// <summary>The name without extension, as the bible writes it: <c>s01e01</c>.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"s{Season:00}e{Number:00}");

    /// <summary>Reads a name of exactly this form.</summary>
    /// <param name="name">A file name with or without <c>.fountain</c>.</param>
    /// <returns>The place, or null for any other name.</returns>
    public static EpisodeFile? Parse(string name) => From(Exact().Match(name));

    /// <summary>
    /// Finds season and episode in the names that files have elsewhere: <c>show_s01_e01.txt</c>, <c>S02E03.srt</c>, <c>01_01.xml</c>,
    /// <c>show 1x02.vtt</c>, <c>Season 2 Episode 4.srt</c>, and <c>Episode 7.txt</c> or <c>e07.srt</c>, which are taken to be of season 1.
    /// </summary>
    /// <param name="fileName">A file name or path; only the last part is looked at.</param>
    /// <returns>The place, or null where the name has no such numbers.</returns>
    public static EpisodeFile? Guess(string fileName)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var dot = name.LastIndexOf('.');
        name = dot > 0 ? name[..dot] : name;
        return From(Marked().Match(name)) ?? From(Bare().Match(name)) ?? From(EpisodeOnly().Match(name));
    }

    /// <summary>What stands before season and episode in a name: <c>jane_virgin</c> in <c>jane_virgin_s01_e01</c>.</summary>
    /// <param name="name">A file's name without extension.</param>
    /// <returns>The words, possibly none; the whole name where it has no such numbers.</returns>
    public static string TitlePart(string name)
    {
        var match = new[] { Marked().Match(name), Bare().Match(name), EpisodeOnly().Match(name) }.FirstOrDefault(found => found.Success);
        return match is null ? name : name[..match.Index].Trim('_', '-', '.', ' ');
    }

    /// <inheritdoc />
    public int CompareTo(EpisodeFile? other) =>
        other is null ? 1 : (Season, Number).CompareTo((other.Season, other.Number));

    /// <summary>Whether an episode comes before another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if it comes before.</returns>
    public static bool operator <(EpisodeFile left, EpisodeFile right) => left.CompareTo(right) < 0;

    /// <summary>Whether an episode comes after another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if it comes after.</returns>
    public static bool operator >(EpisodeFile left, EpisodeFile right) => left.CompareTo(right) > 0;

    /// <summary>Whether an episode comes before another or is the same.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if it doesn't come after.</returns>
    public static bool operator <=(EpisodeFile left, EpisodeFile right) => left.CompareTo(right) <= 0;

    /// <summary>Whether an episode comes after another or is the same.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if it doesn't come before.</returns>
    public static bool operator >=(EpisodeFile left, EpisodeFile right) => left.CompareTo(right) >= 0;

    private static EpisodeFile? From(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        var season = match.Groups["s"].Success ? match.Groups["s"].ValueSpan : "1";
        return new EpisodeFile(
            int.Parse(season, NumberStyles.None, CultureInfo.InvariantCulture),
            int.Parse(match.Groups["e"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^s(?<s>[0-9]{2,4})e(?<e>[0-9]{2,4})(?:\.fountain)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Exact();

    [GeneratedRegex(
        @"(?:^|[^A-Za-z])(?:s|season|temporada|t)[ ._-]*(?<s>[0-9]{1,4})[ ._-]*(?:e|ep|episode|episodio|cap[ií]tulo|c)[ ._-]*(?<e>[0-9]{1,4})(?:[^0-9]|$)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Marked();

    [GeneratedRegex(@"(?:^|[^A-Za-z0-9])(?<s>[0-9]{1,2})[x_](?<e>[0-9]{1,3})(?:[^A-Za-z0-9]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Bare();

    [GeneratedRegex(
        @"(?:^|[^A-Za-z])(?:e|ep|episode|episodio|cap[ií]tulo)[ ._-]*(?<e>[0-9]{1,4})(?:[^0-9]|$)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EpisodeOnly();
}
