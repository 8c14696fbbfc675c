using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>The approved lines of people whose consent stands. Deleted ones aren't there any more.</summary>
/// <param name="store">The database.</param>
public sealed class TrainingLines(Store store)
{
    /// <summary>Lines to train on: all but the held-out tenth.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>In the order of their approval.</returns>
    public async Task<IReadOnlyList<ApprovedLine>> ToTrainOnAsync(CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken).ConfigureAwait(false)).Where(line => !line.HeldOut)];

    /// <summary>The names of all lines that may be learned (<see cref="ApprovedLine.LearningKey"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlySet<string>> LearnableAsync(CancellationToken cancellationToken) =>
        (await ToTrainOnAsync(cancellationToken).ConfigureAwait(false)).Select(line => line.LearningKey).ToHashSet(StringComparer.Ordinal);

    /// <summary>Lines to measure against, which no model has seen.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>In the order of their approval.</returns>
    public async Task<IReadOnlyList<ApprovedLine>> HeldOutAsync(CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken).ConfigureAwait(false)).Where(line => line.HeldOut)];

    /// <summary>The whole dataset.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>In the order of their approval.</returns>
    public Task<IReadOnlyList<ApprovedLine>> AllAsync(CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<ApprovedLine>>(
        async (context, stop) =>
        {
            var rows = await context.Contributions
                .Where(line => line.Status == ContributionStatus.Approved && line.ApprovalSequence != null && line.Contributor!.WithdrawnAt == null)
                .OrderBy(line => line.ApprovalSequence)
                .Select(line => new
                {
                    line.Key,
                    line.ApprovalSequence,
                    line.InteractionId,
                    line.Telenovela,
                    line.TelenovelaTitle,
                    line.Language,
                    line.Character,
                    line.Text,
                    line.Arc,
                    line.HeldOut,
                    line.DecidedAt,
                    line.ContributorId,
                })
                .ToListAsync(stop).ConfigureAwait(false);
            var names = (await context.Contributors.Select(person => new { person.Id, person.CreditName, person.Salt, person.UserId }).ToListAsync(stop).ConfigureAwait(false))
                .ToDictionary(person => person.Id, person => person.CreditName ?? Pseudonym.Of(person.Salt, person.UserId));

            // Somebody may have had their data deleted between the two questions.
            return
            [
                .. rows.Where(line => names.ContainsKey(line.ContributorId)).Select(line => new ApprovedLine(
                    line.ApprovalSequence!.Value, line.InteractionId, line.Telenovela, line.TelenovelaTitle, line.Language, line.Character, line.Text, line.Arc,
                    line.HeldOut, DateOnly.FromDateTime(line.DecidedAt!.Value.UtcDateTime), names[line.ContributorId],
                    LearningKey(line.Key, line.Text))),
            ];
        },
        cancellationToken);

    /// <summary>
    /// The words of lines that were approved once and may not be learned now, because a decision or a consent was taken back. Deleted ones aren't
    /// there any more.
    /// </summary>
    /// <param name="most">How many; the latest.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<WithheldLine>> WithheldAsync(int most, CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<WithheldLine>>(
        async (context, stop) => await context.Contributions
            .Where(line => line.ApprovalSequence != null && !line.HeldOut && (line.Status != ContributionStatus.Approved || line.Contributor!.WithdrawnAt != null))
            .OrderByDescending(line => line.ApprovalSequence).Take(most)
            .Select(line => new WithheldLine(line.Telenovela, line.TelenovelaTitle, line.Language, line.Character, line.Text))
            .ToListAsync(stop).ConfigureAwait(false),
        cancellationToken);

    /// <summary>Differs whenever a line may no longer be learned; quickly asked.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<LineRemovals> RemovalsAsync(CancellationToken cancellationToken) => store.ReadAsync(
        async (context, stop) => new LineRemovals(
            await context.Tombstones.LongCountAsync(stop).ConfigureAwait(false),
            await context.Contributors.LongCountAsync(person => person.WithdrawnAt != null, stop).ConfigureAwait(false),
            await context.Contributors.OrderByDescending(person => person.WithdrawnAt).Select(person => person.WithdrawnAt).FirstOrDefaultAsync(stop).ConfigureAwait(false),
            await context.ModerationActions.Where(action => action.Kind == ModerationKind.Undone).MaxAsync(action => (long?)action.Id, stop).ConfigureAwait(false) ?? 0),
        cancellationToken);

    private static string LearningKey(Guid key, string text) =>
        Convert.ToHexStringLower(SHA256.HashData([.. key.ToByteArray(), .. Encoding.UTF8.GetBytes(text)]).AsSpan(0, 16));
}
