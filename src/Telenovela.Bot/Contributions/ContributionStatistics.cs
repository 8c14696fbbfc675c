using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>The figures. They are read from counts that triggers keep, so that they cost the same however many lines there are.</summary>
/// <param name="store">The database.</param>
public sealed class ContributionStatistics(Store store)
{
    /// <summary>The figures of a server.</summary>
    /// <param name="guildId">The server; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ContributionFigures> OfAsync(ulong? guildId, CancellationToken cancellationToken) => store.ReadAsync(
        async (context, stop) =>
        {
            // Composed and not “guild is null or …”, which would keep SQLite from using the indexes.
            IQueryable<TelenovelaCount> telenovelas = context.TelenovelaCounts;
            IQueryable<DayCount> days = context.DayCounts;
            var givers = context.Contributors.Where(person => context.Contributions.Any(line => line.ContributorId == person.Id));
            if (guildId is { } guild)
            {
                telenovelas = telenovelas.Where(count => count.GuildId == guild);
                days = days.Where(count => count.GuildId == guild);
                givers = context.Contributors.Where(person => context.Contributions.Any(line => line.ContributorId == person.Id && line.GuildId == guild));
            }

            var counts = await telenovelas
                .Select(count => new
                {
                    Count = count,
                    Title = context.Contributions.Where(line => line.GuildId == count.GuildId && line.Telenovela == count.Telenovela)
                        .OrderBy(line => line.Id).Select(line => line.TelenovelaTitle).First(),
                })
                .ToListAsync(stop).ConfigureAwait(false);
            var growth = await days.GroupBy(count => count.Day)
                .Select(group => new { Day = group.Key, Given = group.Sum(count => count.Given), Approved = group.Sum(count => count.Approved) })
                .OrderBy(day => day.Day).ToListAsync(stop).ConfigureAwait(false);
            return new ContributionFigures(
                [
                    .. counts.GroupBy(row => row.Count.Telenovela)
                        .Select(group => Figures(group.Key, group.First().Title, group.Select(row => row.Count)))
                        .OrderByDescending(figures => figures.Pending + figures.Approved + figures.Rejected).ThenBy(figures => figures.Telenovela, StringComparer.Ordinal),
                ],
                await givers.CountAsync(stop).ConfigureAwait(false),
                [.. growth.Select(day => new DayFigures(DateOnly.FromDayNumber(day.Day), day.Given, day.Approved))]);
        },
        cancellationToken);

    private static TelenovelaFigures Figures(string telenovela, string title, IEnumerable<TelenovelaCount> counts)
    {
        var lines = counts.GroupBy(count => count.Status).ToDictionary(group => group.Key, group => group.Sum(count => count.Lines));
        return new TelenovelaFigures(
            telenovela,
            title,
            lines.GetValueOrDefault(ContributionStatus.Pending),
            lines.GetValueOrDefault(ContributionStatus.Approved),
            lines.GetValueOrDefault(ContributionStatus.Rejected));
    }
}
