using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>Takes lines.</summary>
/// <param name="store">The database.</param>
/// <param name="clock">Dates them.</param>
public sealed class ContributionStore(Store store, TimeProvider clock)
{
    private const int MostSimilar = 20;

    /// <summary>Keeps a submission: all lines or none. When it is acknowledged, the disk has it.</summary>
    /// <param name="submission">The lines.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">Nothing can be kept now.</exception>
    public Task<SubmissionResult> SubmitAsync(Submission submission, CancellationToken cancellationToken) => store.WriteAsync(
        async (context, stop) =>
        {
            var known = await context.Contributions.Where(line => line.InteractionId == submission.InteractionId)
                .OrderBy(line => line.Ordinal).Select(line => line.Id).ToListAsync(stop).ConfigureAwait(false);
            var contributor = await context.Contributors.SingleOrDefaultAsync(person => person.UserId == submission.UserId, stop).ConfigureAwait(false);
            var pending = contributor is null ? 0 : await PendingAsync(context, contributor.Id, stop).ConfigureAwait(false);
            if (known.Count > 0)
            {
                return new SubmissionResult(SubmissionOutcome.Repeated, known, pending);
            }

            if (contributor is not { WithdrawnAt: null, ConsentVersion: { } version } || version < submission.ConsentVersion)
            {
                return new SubmissionResult(SubmissionOutcome.NoConsent, [], pending);
            }

            if (submission.MostPending is { } most && pending + submission.Lines.Count > most)
            {
                return new SubmissionResult(SubmissionOutcome.TooManyPending, [], pending);
            }

            var rows = submission.Lines.Select((line, ordinal) => Row(submission, line, ordinal, contributor.Id)).ToList();
            context.Contributions.AddRange(rows);
            await context.SaveChangesAsync(stop).ConfigureAwait(false);
            foreach (var (row, line) in rows.Zip(submission.Lines))
            {
                await AddBandsAsync(context, row.Id, line.Fingerprint, stop).ConfigureAwait(false);
            }

            return new SubmissionResult(SubmissionOutcome.Accepted, [.. rows.Select(row => row.Id)], pending + rows.Count);
        },
        cancellationToken);

    /// <summary>Finds contributions, of any server and status, that equal a line or nearly do.</summary>
    /// <param name="fingerprint">The line's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Exact ones first, then by shared bands; 20 at most.</returns>
    public Task<IReadOnlyList<SimilarLine>> FindSimilarAsync(ContributionFingerprint fingerprint, CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<SimilarLine>>(
        async (context, stop) =>
        {
            var bands = fingerprint.Bands.Distinct().ToList();
            var shared = await context.ContributionBands.Where(band => bands.Contains(band.Band)).GroupBy(band => band.ContributionId)
                .Select(group => new { Id = group.Key, Count = group.Count() })
                .OrderByDescending(line => line.Count).ThenBy(line => line.Id).Take(MostSimilar)
                .ToDictionaryAsync(line => line.Id, line => line.Count, stop).ConfigureAwait(false);
            var ids = shared.Keys.ToList();
            var lines = await context.Contributions
                .Where(line => ids.Contains(line.Id))
                .Union(context.Contributions.Where(line => line.ExactHash == fingerprint.ExactHash).OrderBy(line => line.Id).Take(MostSimilar))
                .Select(line => new { line.Id, line.Text, line.Status, line.ExactHash })
                .ToListAsync(stop).ConfigureAwait(false);
            return
            [
                .. lines.Select(line => new SimilarLine(line.Id, line.Text, line.Status, line.ExactHash == fingerprint.ExactHash, shared.GetValueOrDefault(line.Id)))
                    .OrderByDescending(line => line.IsExact).ThenByDescending(line => line.SharedBands).ThenBy(line => line.Id).Take(MostSimilar),
            ];
        },
        cancellationToken);

    /// <summary>The language in which most lines of a telenovela were given in a server; null where none was.</summary>
    /// <param name="guildId">The server.</param>
    /// <param name="telenovela">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<string?> FindLanguageAsync(ulong guildId, string telenovela, CancellationToken cancellationToken) => store.ReadAsync(
        (context, stop) => context.Contributions.Where(line => line.GuildId == guildId && line.Telenovela == telenovela)
            .GroupBy(line => line.Language).OrderByDescending(lines => lines.Count()).ThenBy(lines => lines.Key).Select(lines => lines.Key)
            .FirstOrDefaultAsync(stop),
        cancellationToken);

    /// <summary>How many lines of a person wait for review.</summary>
    /// <param name="userId">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<int> PendingOfAsync(ulong userId, CancellationToken cancellationToken) => store.ReadAsync(
        (context, stop) => context.Contributions.CountAsync(line => line.Contributor!.UserId == userId && line.Status == ContributionStatus.Pending, stop),
        cancellationToken);

    /// <summary>Notes the bands of a fingerprint beside those that the line has.</summary>
    internal static Task<int> AddBandsAsync(TelenovelaDbContext context, long id, ContributionFingerprint fingerprint, CancellationToken cancellationToken)
    {
        var bands = JsonSerializer.Serialize(fingerprint.Bands);
        return context.Database.ExecuteSqlAsync(
            $"""INSERT OR IGNORE INTO "contribution_bands" ("Band", "ContributionId") SELECT value, {id} FROM json_each({bands})""", cancellationToken);
    }

    private static Task<int> PendingAsync(TelenovelaDbContext context, long contributorId, CancellationToken cancellationToken) =>
        context.Contributions.CountAsync(line => line.ContributorId == contributorId && line.Status == ContributionStatus.Pending, cancellationToken);

    private Contribution Row(Submission submission, NewLine line, int ordinal, long contributorId) => new()
    {
        Key = Guid.NewGuid(),
        ContributorId = contributorId,
        GuildId = submission.GuildId,
        InteractionId = submission.InteractionId,
        Ordinal = ordinal,
        Telenovela = line.Telenovela,
        TelenovelaTitle = line.TelenovelaTitle,
        Language = line.Language,
        Character = line.Character,
        Text = line.Text,
        Arc = line.Arc,
        Status = ContributionStatus.Pending,
        SubmittedAt = clock.GetUtcNow(),
        ExactHash = line.Fingerprint.ExactHash,
        Hints = [.. line.Hints],
    };
}
