using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage;

namespace Telenovela.Bot.Contributions;

/// <summary>Finds out who gave lines.</summary>
/// <param name="store">The database.</param>
public sealed class LineGivers(Store store)
{
    /// <summary>Who gave the lines of those approvals. Lines that were deleted since are nobody's.</summary>
    /// <param name="sequences">Approval sequences.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A person and server each; who gave most comes first.</returns>
    public Task<IReadOnlyList<LineGiver>> OfAsync(IReadOnlyCollection<long> sequences, CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<LineGiver>>(
        async (context, stop) =>
        {
            if (sequences.Count == 0)
            {
                return [];
            }

            // A range and not a list: there may be more sequences than SQLite takes parameters.
            var (first, last, wanted) = (sequences.Min(), sequences.Max(), sequences.ToHashSet());
            var lines = await context.Contributions.Where(line => line.ApprovalSequence >= first && line.ApprovalSequence <= last)
                .Select(line => new
                {
                    Sequence = line.ApprovalSequence!.Value,
                    line.GuildId,
                    line.ContributorId,
                    Name = line.Contributor!.WithdrawnAt == null ? line.Contributor.CreditName : null,
                })
                .ToListAsync(stop).ConfigureAwait(false);
            return
            [
                .. lines.Where(line => wanted.Contains(line.Sequence))
                    .GroupBy(line => (line.GuildId, line.ContributorId))
                    .Select(given => new LineGiver(given.Key.GuildId, given.First().Name, given.Count()))
                    .OrderByDescending(giver => giver.Lines).ThenBy(giver => giver.CreditName, StringComparer.Ordinal),
            ];
        },
        cancellationToken);
}
