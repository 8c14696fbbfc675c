using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>
/// The moderators' queue. A page is found by the id of the line before it, so that a button made before a restart leads on after it. Every
/// decision is a compare-and-swap on the status and one row of the audit, in one transaction: of two moderators one wins.
/// </summary>
/// <param name="store">The database.</param>
/// <param name="clock">Dates decisions.</param>
public sealed class ReviewQueue(Store store, TimeProvider clock)
{
    /// <summary>Where <see cref="CountAsync"/> stops counting.</summary>
    public const int MostCounted = 1000;

    /// <summary>Every how-manieth approved line is held out.</summary>
    public const int HeldOutEvery = 10;

    private const int Around = 2;

    /// <summary>The next pending line of a server.</summary>
    /// <param name="guildId">The server.</param>
    /// <param name="after">The line after which to look; 0 for the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where none comes after; ask again with 0 to begin anew.</returns>
    public Task<ReviewItem?> NextAsync(ulong guildId, long after, CancellationToken cancellationToken) => ItemAsync(
        lines => lines.Where(line => line.GuildId == guildId && line.Status == ContributionStatus.Pending && line.Id > after && line.Contributor!.WithdrawnAt == null)
            .OrderBy(line => line.Id),
        cancellationToken);

    /// <summary>A line of a server, pending or not.</summary>
    /// <param name="guildId">The server.</param>
    /// <param name="id">The line.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where there is none (any more).</returns>
    public Task<ReviewItem?> FindAsync(ulong guildId, long id, CancellationToken cancellationToken) =>
        ItemAsync(lines => lines.Where(line => line.GuildId == guildId && line.Id == id).OrderBy(line => line.Id), cancellationToken);

    /// <summary>How many lines of a server are pending; <see cref="MostCounted"/> stands for that many or more.</summary>
    /// <param name="guildId">The server.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<int> CountAsync(ulong guildId, CancellationToken cancellationToken) => store.ReadAsync(
        (context, stop) => context.Contributions.Where(line => line.GuildId == guildId && line.Status == ContributionStatus.Pending)
            .Select(line => line.Id).OrderBy(id => id).Take(MostCounted).CountAsync(stop),
        cancellationToken);

    /// <summary>Decides on a pending line.</summary>
    /// <param name="decision">What to do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">An edit without words, or a kind that is no decision.</exception>
    /// <exception cref="StoreUnavailableException">Nothing can be written now.</exception>
    public Task<DecisionResult> DecideAsync(Decision decision, CancellationToken cancellationToken)
    {
        if (decision.Kind == ModerationKind.Undone || (decision.Kind == ModerationKind.Edited && decision is not { Text.Length: > 0, Fingerprint: not null }))
        {
            throw new ArgumentException("A decision approves, rejects, or edits with words and their fingerprint.", nameof(decision));
        }

        return store.WriteAsync((context, stop) => DecideAsync(context, decision, stop), cancellationToken);
    }

    /// <summary>What else waits behind a line, it itself included: of its submission, and of its giver.</summary>
    public Task<RestCounts> CountRestAsync(ulong guildId, long id, CancellationToken cancellationToken) => store.ReadAsync(
        async (context, stop) =>
        {
            var givers = Rest(context, guildId, id, long.MaxValue, RestOf.Giver);
            var last = await givers.MaxAsync(line => (long?)line.Id, stop).ConfigureAwait(false) ?? id;
            return new RestCounts(
                await Rest(context, guildId, id, last, RestOf.Submission).CountAsync(stop).ConfigureAwait(false),
                await Rest(context, guildId, id, last, RestOf.Giver).CountAsync(stop).ConfigureAwait(false),
                last);
        },
        cancellationToken);

    /// <summary>Decides the same on a line and on all pending ones behind it of the same submission, or of the same person.</summary>
    /// <param name="decision">What to do with the first; an edit is for one line only.</param>
    /// <param name="rest">With which lines.</param>
    /// <param name="last">
    /// <see cref="RestCounts.Last"/> as the moderator saw it: what was given since then hasn't been counted, let alone read.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The decision on the first; <see cref="DecisionOutcome.Gone"/> where nothing waits any more.</returns>
    /// <exception cref="ArgumentException">A kind that approves or rejects nothing.</exception>
    /// <exception cref="StoreUnavailableException">Nothing can be written now.</exception>
    public Task<DecisionResult> DecideRestAsync(Decision decision, RestOf rest, long last, CancellationToken cancellationToken)
    {
        if (decision.Kind is not (ModerationKind.Approved or ModerationKind.Rejected))
        {
            throw new ArgumentException("Many lines are approved or rejected.", nameof(decision));
        }

        return store.WriteAsync(
            async (context, stop) =>
            {
                var now = clock.GetUtcNow();
                var status = decision.Kind == ModerationKind.Rejected ? ContributionStatus.Rejected : ContributionStatus.Approved;
                var ids = await Rest(context, decision.GuildId, decision.ContributionId, last, rest)
                    .Select(line => line.Id).ToListAsync(stop).ConfigureAwait(false);
                foreach (var id in ids)
                {
                    var line = context.Contributions.Where(row => row.Id == id);
                    await line.ExecuteUpdateAsync(
                        set => set.SetProperty(row => row.Status, status).SetProperty(row => row.DecidedAt, now),
                        stop).ConfigureAwait(false);
                    if (status == ContributionStatus.Approved)
                    {
                        await NumberAsync(context, line, stop).ConfigureAwait(false);
                    }

                    context.ModerationActions.Add(Action(decision with { ContributionId = id }, now));
                }

                return ids.Count == 0
                    ? new DecisionResult(DecisionOutcome.Gone, decision.ContributionId, null, null, null)
                    : new DecisionResult(DecisionOutcome.Decided, ids[0], decision.Kind, decision.ModeratorId, now) { Lines = ids.Count };
            },
            cancellationToken);
    }

    /// <summary>
    /// Takes a moderator's decision back, with all that was decided at once with it: the lines are pending again, with the words as given.
    /// </summary>
    /// <param name="guildId">The server.</param>
    /// <param name="moderatorId">The moderator.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="contributionId">A line that it was about; null for the last decision.</param>
    /// <returns>The decision that was taken back; <see cref="DecisionOutcome.Gone"/> where there is none.</returns>
    /// <exception cref="StoreUnavailableException">Nothing can be written now.</exception>
    public Task<DecisionResult> UndoAsync(
        ulong guildId, ulong moderatorId, CancellationToken cancellationToken, long? contributionId = null) => store.WriteAsync(
        async (context, stop) =>
        {
            var standing = context.ModerationActions
                .Where(action => action.GuildId == guildId && action.ModeratorId == moderatorId && action.Kind != ModerationKind.Undone)
                .Where(action => !context.ModerationActions.Any(undo => undo.UndoneActionId == action.Id))
                .Where(action => context.Contributions.Any(
                    line => line.Id == action.ContributionId && line.Status != ContributionStatus.Pending));
            var last = await standing.Where(action => contributionId == null || action.ContributionId == contributionId)
                .OrderByDescending(action => action.Id).FirstOrDefaultAsync(stop).ConfigureAwait(false);
            if (last is null)
            {
                return new DecisionResult(DecisionOutcome.Gone, 0, null, null, null);
            }

            // What was decided at once has one date.
            var together = await standing.Where(action => action.At == last.At)
                .OrderBy(action => action.Id).ToListAsync(stop).ConfigureAwait(false);
            foreach (var action in together)
            {
                await context.Contributions.Where(line => line.Id == action.ContributionId).ExecuteUpdateAsync(
                    set => set.SetProperty(line => line.Status, ContributionStatus.Pending)
                        .SetProperty(line => line.DecidedAt, (DateTimeOffset?)null)
                        .SetProperty(line => line.Text, line => line.OriginalText ?? line.Text)
                        .SetProperty(line => line.ExactHash, line => line.OriginalHash ?? line.ExactHash)
                        .SetProperty(line => line.OriginalText, (string?)null)
                        .SetProperty(line => line.OriginalHash, (string?)null),
                    stop).ConfigureAwait(false);
            }

            var now = clock.GetUtcNow();
            context.ModerationActions.AddRange(together.Select(
                action => Action(new Decision(action.ContributionId, guildId, moderatorId, ModerationKind.Undone), now, action.Id)));
            return new DecisionResult(DecisionOutcome.Decided, together[0].ContributionId, last.Kind, last.ModeratorId, last.At)
            {
                Lines = together.Count,
            };
        },
        cancellationToken);

    private async Task<DecisionResult> DecideAsync(TelenovelaDbContext context, Decision decision, CancellationToken stop)
    {
        var pending = context.Contributions.Where(line =>
            line.Id == decision.ContributionId && line.GuildId == decision.GuildId && line.Status == ContributionStatus.Pending);
        var now = clock.GetUtcNow();
        var status = decision.Kind == ModerationKind.Rejected ? ContributionStatus.Rejected : ContributionStatus.Approved;
        if (await pending.ExecuteUpdateAsync(set => set.SetProperty(line => line.Status, status).SetProperty(line => line.DecidedAt, now), stop).ConfigureAwait(false) != 1)
        {
            return await LostAsync(context, decision, stop).ConfigureAwait(false);
        }

        var decided = context.Contributions.Where(line => line.Id == decision.ContributionId);
        if (status == ContributionStatus.Approved)
        {
            await NumberAsync(context, decided, stop).ConfigureAwait(false);
        }

        if (decision is { Kind: ModerationKind.Edited, Text: { } text, Fingerprint: { } fingerprint })
        {
            await decided.ExecuteUpdateAsync(
                set => set.SetProperty(line => line.OriginalText, line => line.Text).SetProperty(line => line.OriginalHash, line => line.ExactHash)
                    .SetProperty(line => line.Text, text).SetProperty(line => line.ExactHash, fingerprint.ExactHash),
                stop).ConfigureAwait(false);
            await ContributionStore.AddBandsAsync(context, decision.ContributionId, fingerprint, stop).ConfigureAwait(false);
        }

        context.ModerationActions.Add(Action(decision, now));
        return new DecisionResult(DecisionOutcome.Decided, decision.ContributionId, decision.Kind, decision.ModeratorId, now);
    }

    private static IQueryable<Contribution> Rest(TelenovelaDbContext context, ulong guildId, long id, long last, RestOf rest)
    {
        var first = context.Contributions.Where(line => line.Id == id && line.GuildId == guildId);
        var behind = context.Contributions.Where(line => line.GuildId == guildId && line.Status == ContributionStatus.Pending)
            .Where(line => line.Id >= id && line.Id <= last && line.Contributor!.WithdrawnAt == null);
        return (rest == RestOf.Submission
            ? behind.Where(line => first.Any(one => one.InteractionId == line.InteractionId))
            : behind.Where(line => first.Any(one => one.ContributorId == line.ContributorId))).OrderBy(line => line.Id);
    }

    /// <summary>A line keeps the number of its first approval, so that a held-out line can't become one to train on by being decided anew.</summary>
    private static async Task NumberAsync(TelenovelaDbContext context, IQueryable<Contribution> line, CancellationToken stop)
    {
        var sequence = 1 + (await context.Contributions.MaxAsync(other => other.ApprovalSequence, stop).ConfigureAwait(false) ?? 0);
        await line.Where(row => row.ApprovalSequence == null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.ApprovalSequence, sequence).SetProperty(row => row.HeldOut, sequence % HeldOutEvery == 0), stop).ConfigureAwait(false);
    }

    private static async Task<DecisionResult> LostAsync(TelenovelaDbContext context, Decision decision, CancellationToken stop)
    {
        var winner = await context.ModerationActions
            .Where(action => action.ContributionId == decision.ContributionId && action.GuildId == decision.GuildId)
            .Where(action => context.Contributions.Any(line => line.Id == action.ContributionId))
            .OrderByDescending(action => action.Id).FirstOrDefaultAsync(stop).ConfigureAwait(false);
        return winner is null
            ? new DecisionResult(DecisionOutcome.Gone, decision.ContributionId, null, null, null)
            : new DecisionResult(DecisionOutcome.AlreadyDecided, decision.ContributionId, winner.Kind, winner.ModeratorId, winner.At);
    }

    private Task<ReviewItem?> ItemAsync(Func<IQueryable<Contribution>, IQueryable<Contribution>> choose, CancellationToken cancellationToken) => store.ReadAsync(
        async (context, stop) =>
        {
            var line = await choose(context.Contributions.Include(line => line.Contributor)).FirstOrDefaultAsync(stop).ConfigureAwait(false);
            if (line is null)
            {
                return null;
            }

            var around = await context.Contributions
                .Where(other => other.InteractionId == line.InteractionId && other.Ordinal >= line.Ordinal - Around && other.Ordinal <= line.Ordinal + Around && other.Id != line.Id)
                .OrderBy(other => other.Ordinal).Select(other => new ReviewContext(other.Ordinal - line.Ordinal, other.Character, other.Text))
                .ToListAsync(stop).ConfigureAwait(false);
            return new ReviewItem(
                line.Id, line.Contributor!.UserId, line.Telenovela, line.TelenovelaTitle, line.Language, line.Character, line.Text, line.OriginalText, line.Arc,
                line.Hints, line.Status, line.SubmittedAt, around);
        },
        cancellationToken);

    private static ModerationAction Action(Decision decision, DateTimeOffset at, long? undone = null) => new()
    {
        ContributionId = decision.ContributionId,
        GuildId = decision.GuildId,
        ModeratorId = decision.ModeratorId,
        Kind = decision.Kind,
        Reason = decision.Reason,
        At = at,
        UndoneActionId = undone,
    };
}
