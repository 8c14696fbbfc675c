namespace Telenovela.Bot.Contributions;

/// <summary>The figures of a server, or of all.</summary>
/// <param name="Telenovelas">By telenovela, most lines first.</param>
/// <param name="Contributors">People with at least one line.</param>
/// <param name="Days">By day, oldest first; days without lines are left out.</param>
public sealed record ContributionFigures(IReadOnlyList<TelenovelaFigures> Telenovelas, int Contributors, IReadOnlyList<DayFigures> Days);
