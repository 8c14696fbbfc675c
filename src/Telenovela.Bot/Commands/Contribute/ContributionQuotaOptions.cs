using System.ComponentModel.DataAnnotations;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary>How much may be given (section <c>Contributions</c>). A server's administrators may choose others for it.</summary>
public sealed class ContributionQuotaOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Contributions";

    /// <summary>Seconds between two contributions of a person in a server.</summary>
    /// <value>5 by default.</value>
    [Range(0, 86_400)]
    public int CooldownSeconds { get; set; } = 5;

    /// <summary>Lines that a person may give in a server within a day.</summary>
    /// <value>500 by default.</value>
    [Range(1, 100_000)]
    public int LinesPerDay { get; set; } = 500;

    /// <summary>Lines that a whole server may give within an hour.</summary>
    /// <value>5,000 by default: several scripts.</value>
    [Range(1, 1_000_000)]
    public int ServerLinesPerHour { get; set; } = 5_000;

    /// <summary>Most lines of a script that may wait for review, on top of what is typed.</summary>
    /// <value>400 by default: an episode.</value>
    [Range(1, 20_000)]
    public int MostPendingOfScripts { get; set; } = 400;
}
