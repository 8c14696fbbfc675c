using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Backups;
using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Maintenance;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>
/// What people see, take with them and delete of their own. Deleted text is gone from the tables at once, from the bytes of the files and
/// from known exports within a minute, and from backups when those expire.
/// </summary>
/// <param name="store">The database.</param>
/// <param name="journal">Keeps restored backups from bringing deleted lines back.</param>
/// <param name="signal">Raised after a deletion.</param>
/// <param name="clock">Dates it.</param>
public sealed class PersonalData(Store store, ErasureJournal journal, ErasureSignal signal, TimeProvider clock)
{
    /// <summary>A page of somebody's lines, newest first.</summary>
    /// <param name="userId">The person.</param>
    /// <param name="before">Only lines with a smaller id: the last one of the page before; null for the first page.</param>
    /// <param name="count">Most lines.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<OwnLine>> LinesAsync(ulong userId, long? before, int count, CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<OwnLine>>(
        async (context, stop) => await Own(Of(context, userId).Where(line => before == null || line.Id < before).OrderByDescending(line => line.Id).Take(count))
            .ToListAsync(stop).ConfigureAwait(false),
        cancellationToken);

    /// <summary>All that is kept about somebody.</summary>
    /// <param name="userId">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<PersonalDataExport> ExportAsync(ulong userId, CancellationToken cancellationToken) => store.ReadAsync(
        async (context, stop) =>
        {
            var person = await context.Contributors.SingleOrDefaultAsync(row => row.UserId == userId, stop).ConfigureAwait(false);
            return new PersonalDataExport(
                userId,
                person is null
                    ? ConsentStatus.None
                    : new ConsentStatus(person.ConsentVersion, person.ConsentedAt, person.WithdrawnAt, person.CreditName),
                person?.ToldAt,
                person?.LearnedUntold ?? 0,
                await Own(Of(context, userId).OrderBy(line => line.Id)).ToListAsync(stop).ConfigureAwait(false),
                await context.Votes.Where(vote => vote.UserId == userId).OrderBy(vote => vote.GeneratedTextId)
                    .Select(vote => new OwnVote(
                        vote.GeneratedText!.MessageId, vote.GeneratedText.Model, vote.GeneratedText.Seed, vote.Value, vote.At))
                    .ToListAsync(stop).ConfigureAwait(false),
                await context.Reports.Where(report => report.UserId == userId).OrderBy(report => report.Id)
                    .Select(report => new OwnReport(report.GeneratedText!.MessageId, report.Reason, report.At, report.ClosedAt))
                    .ToListAsync(stop).ConfigureAwait(false),
                await context.ModerationActions.Where(action => action.ModeratorId == userId).OrderBy(action => action.Id)
                    .Select(action => new OwnDecision(action.ContributionId, action.GuildId, action.Kind, action.Reason, action.At))
                    .ToListAsync(stop).ConfigureAwait(false));
        },
        cancellationToken);

    /// <summary>Deletes one line of somebody's.</summary>
    /// <param name="userId">The person; others' lines are left alone.</param>
    /// <param name="id">The line.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there was such a line.</returns>
    /// <exception cref="StoreUnavailableException">The database is damaged.</exception>
    public async Task<bool> DeleteLineAsync(ulong userId, long id, CancellationToken cancellationToken)
    {
        var deleted = await store.EraseAsync(
            (context, stop) => Erasing.LinesAsync(context, Of(context, userId).Where(line => line.Id == id), journal, null, clock.GetUtcNow(), stop),
            cancellationToken).ConfigureAwait(false);
        signal.Raise();
        return deleted > 0;
    }

    /// <summary>Deletes all that is kept about somebody, except the audit of their decisions as a moderator.</summary>
    /// <param name="userId">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The database is damaged.</exception>
    public async Task<DeletedData> DeleteAllAsync(ulong userId, CancellationToken cancellationToken)
    {
        var deleted = await store.EraseAsync((context, stop) => DeleteAllAsync(context, userId, stop), cancellationToken).ConfigureAwait(false);
        signal.Raise();
        return deleted;
    }

    private static IQueryable<Contribution> Of(TelenovelaDbContext context, ulong userId) =>
        context.Contributions.Where(line => context.Contributors.Any(person => person.UserId == userId && person.Id == line.ContributorId));

    private static IQueryable<OwnLine> Own(IQueryable<Contribution> lines) => lines.Select(line => new OwnLine(
        line.Id, line.GuildId, line.Telenovela, line.TelenovelaTitle, line.Language, line.Character, line.Text, line.OriginalText, line.Arc, line.Status, line.SubmittedAt, line.DecidedAt));

    private async Task<DeletedData> DeleteAllAsync(TelenovelaDbContext context, ulong userId, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var key = await context.Contributors.Where(person => person.UserId == userId).Select(person => (Guid?)person.Key).SingleOrDefaultAsync(stop).ConfigureAwait(false);
        var lines = await Erasing.LinesAsync(context, Of(context, userId), journal, key, now, stop).ConfigureAwait(false);
        await context.Contributors.Where(person => person.UserId == userId).ExecuteDeleteAsync(stop).ConfigureAwait(false);
        var votes = await context.Votes.Where(vote => vote.UserId == userId).ExecuteDeleteAsync(stop).ConfigureAwait(false);
        var reports = await context.Reports.Where(report => report.UserId == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(report => report.UserId, (ulong?)null).SetProperty(report => report.Reason, (string?)null), stop).ConfigureAwait(false);

        // A text that nobody rates or reports any more was kept for them alone.
        await context.GeneratedTexts
            .Where(text => !context.Votes.Any(vote => vote.GeneratedTextId == text.Id) && !context.Reports.Any(report => report.GeneratedTextId == text.Id))
            .ExecuteDeleteAsync(stop).ConfigureAwait(false);
        await Erasing.NoteAsync(context, now, stop).ConfigureAwait(false);
        return new DeletedData(lines, votes, reports);
    }
}
