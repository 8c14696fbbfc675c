using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>Knows what givers have not been told yet of their lines.</summary>
public sealed class GiverWords(Store store)
{
    /// <summary>What somebody hasn't been told yet; from then on it counts as told, so that nobody is told twice.</summary>
    /// <returns>Null where there is nothing.</returns>
    /// <exception cref="StoreUnavailableException">Nothing can be read or written now.</exception>
    public async Task<GiverWord?> TakeAsync(ulong userId, CancellationToken cancellationToken)
    {
        // Nearly always there is nothing, which a read finds out without keeping any writer waiting.
        var found = await store.ReadAsync(
            async (context, stop) => await FindAsync(context, await PersonAsync(context, userId, stop).ConfigureAwait(false), stop)
                .ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        return found is null
            ? null
            : await store.WriteAsync(
                async (context, stop) =>
                {
                    var person = await PersonAsync(context, userId, stop).ConfigureAwait(false);
                    var word = await FindAsync(context, person, stop).ConfigureAwait(false);
                    if (word is not null)
                    {
                        person!.ToldAt = word.Decided.Count == 0 ? person.ToldAt : word.Decided[^1].DecidedAt;
                        person.LearnedUntold = 0;
                    }

                    return word;
                },
                cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Notes that a model has learned lines, so that their givers are told.</summary>
    /// <param name="sequences">Approval sequences.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">Nothing can be written now.</exception>
    public Task NoteLearnedAsync(IReadOnlyCollection<long> sequences, CancellationToken cancellationToken) => store.WriteAsync(
        async (context, stop) =>
        {
            if (sequences.Count == 0)
            {
                return 0;
            }

            // A range and not a list: there may be more sequences than SQLite takes parameters.
            var (first, last, wanted) = (sequences.Min(), sequences.Max(), sequences.ToHashSet());
            var givers = await context.Contributions.Where(line => line.ApprovalSequence >= first && line.ApprovalSequence <= last)
                .Select(line => new { Sequence = line.ApprovalSequence!.Value, line.ContributorId })
                .ToListAsync(stop).ConfigureAwait(false);
            foreach (var giver in givers.Where(line => wanted.Contains(line.Sequence)).GroupBy(line => line.ContributorId))
            {
                var lines = giver.Count();
                await context.Contributors.Where(person => person.Id == giver.Key).ExecuteUpdateAsync(
                    set => set.SetProperty(person => person.LearnedUntold, person => person.LearnedUntold + lines),
                    stop).ConfigureAwait(false);
            }

            return givers.Count;
        },
        cancellationToken);

    private static Task<Contributor?> PersonAsync(TelenovelaDbContext context, ulong userId, CancellationToken stop) =>
        context.Contributors.SingleOrDefaultAsync(row => row.UserId == userId, stop);

    private static async Task<GiverWord?> FindAsync(TelenovelaDbContext context, Contributor? person, CancellationToken stop)
    {
        if (person is null)
        {
            return null;
        }

        var decided = await context.Contributions
            .Where(line => line.ContributorId == person.Id && line.Status != ContributionStatus.Pending)
            .Where(line => person.ToldAt == null || line.DecidedAt > person.ToldAt)
            .OrderBy(line => line.DecidedAt).ThenBy(line => line.Id)
            .Select(line => new DecidedLine(
                line.Id, line.Character, line.Text, line.Status, line.DecidedAt!.Value,
                context.ModerationActions.Where(action => action.ContributionId == line.Id).OrderByDescending(action => action.Id)
                    .Select(action => action.Reason).FirstOrDefault()))
            .ToListAsync(stop).ConfigureAwait(false);
        return decided.Count + person.LearnedUntold == 0 ? null : new GiverWord(decided, person.LearnedUntold, person.CreditName);
    }
}
