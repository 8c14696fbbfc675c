using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Backups;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>The steps of an erasure that belong into one transaction.</summary>
internal static class Erasing
{
    /// <summary>Deletes lines and whatever can quote them; leaves anonymous tombstones.</summary>
    /// <returns>How many lines.</returns>
    public static async Task<int> LinesAsync(
        TelenovelaDbContext context, IQueryable<Contribution> lines, ErasureJournal journal, Guid? contributor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await lines.Select(line => new { line.Id, line.Key, line.GuildId, line.Telenovela, line.Status }).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (found.Count == 0 && contributor is null)
        {
            return 0;
        }

        journal.Append(found.Select(line => line.Key), contributor);
        context.Tombstones.AddRange(found.Select(line => new Tombstone
        {
            ContributionId = line.Id,
            GuildId = line.GuildId,
            Telenovela = line.Telenovela,
            Status = line.Status,
            DeletedOn = DateOnly.FromDateTime(now.UtcDateTime),
        }));

        // A moderator's reason can quote the line.
        await context.ModerationActions.Where(action => action.Reason != null && lines.Any(line => line.Id == action.ContributionId))
            .ExecuteUpdateAsync(set => set.SetProperty(action => action.Reason, (string?)null), cancellationToken).ConfigureAwait(false);
        await lines.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await NoteAsync(context, now, cancellationToken).ConfigureAwait(false);
        return found.Count;
    }

    /// <summary>Has the bytes swept and the exports written again.</summary>
    public static async Task NoteAsync(TelenovelaDbContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        context.PendingErasures.Add(new PendingErasure { At = now });
        await MarkExportsAsync(context, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Has the exports written again.</summary>
    public static Task<int> MarkExportsAsync(TelenovelaDbContext context, CancellationToken cancellationToken) =>
        context.ExportedFolders.ExecuteUpdateAsync(set => set.SetProperty(folder => folder.Wanted, folder => folder.Wanted + 1), cancellationToken);
}
