using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>Knows what givers have not been told yet of their lines.</summary>
public sealed class GiverWords(Store store)
{
    /// <summary>Most decisions that are told at once.</summary>
    public const int Most = 500;

    /// <summary>What somebody hasn't been told yet.</summary>
    /// <returns>Null where there is nothing.</returns>
    public Task<GiverWord?> FindAsync(ulong userId, CancellationToken cancellationToken) => store.ReadAsync(
        async (context, stop) =>
        {
            var person = await context.Contributors.SingleOrDefaultAsync(row => row.UserId == userId, stop).ConfigureAwait(false);
            if (person is null)
            {
                return null;
            }

            var decided = await context.Contributions
                .Where(line => line.ContributorId == person.Id && line.Status != ContributionStatus.Pending)
                .Where(line => person.ToldAt == null || line.DecidedAt > person.ToldAt)
                .OrderBy(line => line.DecidedAt).ThenBy(line => line.Id).Take(Most)
                .Select(line => new DecidedLine(
                    line.Id, line.Character, line.Text, line.Status, line.DecidedAt!.Value,
                    context.ModerationActions.Where(action => action.ContributionId == line.Id).OrderByDescending(action => action.Id)
                        .Select(action => action.Reason).FirstOrDefault()))
                .ToListAsync(stop).ConfigureAwait(false);
            return decided.Count + person.LearnedUntold == 0 ? null : new GiverWord(decided, person.LearnedUntold, person.CreditName);
        },
        cancellationToken);

    /// <summary>Notes that somebody was told.</summary>
    /// <exception cref="StoreUnavailableException">Nothing can be written now.</exception>
    public Task<bool> NoteToldAsync(ulong userId, GiverWord told, CancellationToken cancellationToken) => store.WriteAsync(
        async (context, stop) =>
        {
            var person = await context.Contributors.SingleOrDefaultAsync(row => row.UserId == userId, stop).ConfigureAwait(false);
            if (person is null)
            {
                return false;
            }

            person.ToldAt = told.Decided.Count == 0 ? person.ToldAt : told.Decided[^1].DecidedAt;
            person.LearnedUntold -= told.Learned;
            return true;
        },
        cancellationToken);

    /// <summary>Notes that a model has learned lines, so that their givers are told.</summary>
    /// <param name="sequences">Approval sequences.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">Nothing can be written now.</exception>
    public Task<int> NoteLearnedAsync(IReadOnlyCollection<long> sequences, CancellationToken cancellationToken) => store.WriteAsync(
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
}
