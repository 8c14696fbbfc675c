using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>Counts lines.</summary>
/// <param name="store">The database.</param>
public sealed class ContributionStatistics(Store store)
{
    /// <summary>The figures of a server.</summary>
    /// <param name="guildId">The server; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ContributionFigures> OfAsync(ulong? guildId, CancellationToken cancellationToken) => store.ReadAsync(
        async (context, stop) =>
        {
            // One walk along the index that holds all of these columns, whichever server.
            var ticks = TimeSpan.TicksPerDay;
            var guild = (long?)guildId;
            var counts = await context.Database.SqlQuery<Count>($"""
                SELECT "Telenovela", "Status", "SubmittedAt" / {ticks} AS "Day", COUNT(*) AS "Lines"
                FROM "contributions" WHERE {guild} IS NULL OR "GuildId" = {guild} GROUP BY 1, 2, 3
                """).ToListAsync(stop).ConfigureAwait(false);
            var contributors = await context.Contributors
                .CountAsync(person => context.Contributions.Any(line => line.ContributorId == person.Id && (guildId == null || line.GuildId == guildId)), stop).ConfigureAwait(false);
            var titles = new Dictionary<string, string>();
            foreach (var telenovela in counts.Select(count => count.Telenovela).Distinct())
            {
                titles[telenovela] = await context.Contributions
                    .Where(line => line.Telenovela == telenovela && (guildId == null || line.GuildId == guildId))
                    .Select(line => line.TelenovelaTitle).FirstAsync(stop).ConfigureAwait(false);
            }

            return new ContributionFigures(
                [
                    .. counts.GroupBy(count => count.Telenovela)
                        .Select(group => new TelenovelaFigures(
                            group.Key, titles[group.Key], Sum(group, ContributionStatus.Pending), Sum(group, ContributionStatus.Approved), Sum(group, ContributionStatus.Rejected)))
                        .OrderByDescending(figures => figures.Pending + figures.Approved + figures.Rejected).ThenBy(figures => figures.Telenovela, StringComparer.Ordinal),
                ],
                contributors,
                [
                    .. counts.GroupBy(count => count.Day).OrderBy(group => group.Key)
                        .Select(group => new DayFigures(DateOnly.FromDayNumber((int)group.Key), group.Sum(count => count.Lines), Sum(group, ContributionStatus.Approved))),
                ]);
        },
        cancellationToken);

    private static int Sum(IEnumerable<Count> counts, ContributionStatus status)
    {
        var name = status.ToString();
        return counts.Where(count => count.Status == name).Sum(count => count.Lines);
    }

    private sealed record Count(string Telenovela, string Status, long Day, int Lines);
}
