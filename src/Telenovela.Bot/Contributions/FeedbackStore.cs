using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>Votes on generated texts, and reports of them.</summary>
/// <param name="store">The database.</param>
/// <param name="clock">Dates them.</param>
public sealed class FeedbackStore(Store store, TimeProvider clock)
{
    /// <summary>Takes a vote; a person's second vote on a text replaces the first.</summary>
    /// <param name="message">The text.</param>
    /// <param name="userId">The person.</param>
    /// <param name="value">Which way.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The votes on the text then.</returns>
    /// <exception cref="StoreUnavailableException">Nothing can be written now.</exception>
    public Task<VoteTotals> VoteAsync(RatedMessage message, ulong userId, VoteValue value, CancellationToken cancellationToken) => store.WriteAsync(
        async (context, stop) =>
        {
            var text = await TextAsync(context, message, stop).ConfigureAwait(false);
            var vote = await context.Votes.SingleOrDefaultAsync(row => row.GeneratedTextId == text.Id && row.UserId == userId, stop).ConfigureAwait(false);
            if (vote is null)
            {
                vote = new Vote { GeneratedTextId = text.Id, UserId = userId };
                context.Votes.Add(vote);
            }

            (vote.Value, vote.At) = (value, clock.GetUtcNow());
            await context.SaveChangesAsync(stop).ConfigureAwait(false);
            var up = await context.Votes.CountAsync(row => row.GeneratedTextId == text.Id && row.Value == VoteValue.Up, stop).ConfigureAwait(false);
            var down = await context.Votes.CountAsync(row => row.GeneratedTextId == text.Id && row.Value == VoteValue.Down, stop).ConfigureAwait(false);
            return new VoteTotals(up, down);
        },
        cancellationToken);

    /// <summary>Takes a report; a person reports a text once.</summary>
    /// <param name="message">The text.</param>
    /// <param name="userId">The person.</param>
    /// <param name="reason">Why, in the person's words.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">Nothing can be written now.</exception>
    public Task<ReportReceipt> ReportAsync(RatedMessage message, ulong userId, string? reason, CancellationToken cancellationToken) => store.WriteAsync(
        async (context, stop) =>
        {
            var text = await TextAsync(context, message, stop).ConfigureAwait(false);
            if (await context.Reports.SingleOrDefaultAsync(row => row.GeneratedTextId == text.Id && row.UserId == userId, stop).ConfigureAwait(false) is { } known)
            {
                return new ReportReceipt(known.Id, IsNew: false);
            }

            var report = new Report { GeneratedTextId = text.Id, UserId = userId, Reason = reason, At = clock.GetUtcNow() };
            context.Reports.Add(report);
            await context.SaveChangesAsync(stop).ConfigureAwait(false);
            return new ReportReceipt(report.Id, IsNew: true);
        },
        cancellationToken);

    /// <summary>The next open report of a server.</summary>
    /// <param name="guildId">The server.</param>
    /// <param name="after">The report after which to look; 0 for the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where none comes after.</returns>
    public Task<OpenReport?> NextReportAsync(ulong guildId, long after, CancellationToken cancellationToken) => store.ReadAsync(
        (context, stop) => context.Reports
            .Where(report => report.ClosedAt == null && report.Id > after && report.GeneratedText!.GuildId == guildId)
            .OrderBy(report => report.Id)
            .Select(report => new OpenReport(
                report.Id,
                new RatedMessage(
                    report.GeneratedText!.MessageId, report.GeneratedText.ChannelId, report.GeneratedText.GuildId,
                    report.GeneratedText.Model, report.GeneratedText.Seed, report.GeneratedText.Settings, report.GeneratedText.Text),
                report.UserId,
                report.Reason,
                report.At))
            .FirstOrDefaultAsync(stop),
        cancellationToken);

    /// <summary>Closes a report.</summary>
    /// <param name="guildId">The server.</param>
    /// <param name="reportId">The report.</param>
    /// <param name="moderatorId">Who closes it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether this call closed it; false where somebody else had, or there is none.</returns>
    /// <exception cref="StoreUnavailableException">Nothing can be written now.</exception>
    public Task<bool> CloseReportAsync(ulong guildId, long reportId, ulong moderatorId, CancellationToken cancellationToken) => store.WriteAsync(
        async (context, stop) =>
        {
            var now = clock.GetUtcNow();
            return await context.Reports.Where(report => report.Id == reportId && report.ClosedAt == null && report.GeneratedText!.GuildId == guildId)
                .ExecuteUpdateAsync(set => set.SetProperty(report => report.ClosedAt, now).SetProperty(report => report.ClosedBy, moderatorId), stop).ConfigureAwait(false) == 1;
        },
        cancellationToken);

    /// <summary>All votes on the texts of a server.</summary>
    /// <param name="guildId">The server; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<VoteTotals> TotalsAsync(ulong? guildId, CancellationToken cancellationToken) => store.ReadAsync(
        async (context, stop) =>
        {
            var votes = context.Votes.Where(vote => guildId == null || vote.GeneratedText!.GuildId == guildId);
            return new VoteTotals(
                await votes.CountAsync(vote => vote.Value == VoteValue.Up, stop).ConfigureAwait(false),
                await votes.CountAsync(vote => vote.Value == VoteValue.Down, stop).ConfigureAwait(false));
        },
        cancellationToken);

    /// <summary>The texts of a server that were liked most: more votes for them than against, and no open report.</summary>
    /// <param name="guildId">The server.</param>
    /// <param name="since">Only votes from then on count.</param>
    /// <param name="count">Most texts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The best first.</returns>
    public Task<IReadOnlyList<LikedText>> BestAsync(ulong guildId, DateTimeOffset since, int count, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<LikedText>>(
            async (context, stop) => await context.GeneratedTexts
                .Where(text => text.GuildId == guildId && text.Text != null)
                .Where(text => !context.Reports.Any(report => report.GeneratedTextId == text.Id && report.ClosedAt == null))
                .Select(text => new
                {
                    Text = text,
                    Up = context.Votes.Count(vote => vote.GeneratedTextId == text.Id && vote.Value == VoteValue.Up && vote.At >= since),
                    Down = context.Votes.Count(vote => vote.GeneratedTextId == text.Id && vote.Value == VoteValue.Down && vote.At >= since),
                })
                .Where(liked => liked.Up > liked.Down)
                .OrderByDescending(liked => liked.Up - liked.Down).ThenByDescending(liked => liked.Text.Id).Take(count)
                .Select(liked => new LikedText(
                    liked.Text.Text!, liked.Text.Settings, liked.Text.ChannelId, liked.Text.MessageId,
                    new VoteTotals(liked.Up, liked.Down)))
                .ToListAsync(stop).ConfigureAwait(false),
            cancellationToken);

    /// <summary>All texts that were voted on.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<RatedText>> RatedTextsAsync(CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<RatedText>>(
        async (context, stop) => await context.GeneratedTexts
            .Where(text => context.Votes.Any(vote => vote.GeneratedTextId == text.Id))
            .OrderBy(text => text.Id)
            .Select(text => new RatedText(
                text.Model,
                text.Seed,
                text.Settings,
                text.Text,
                new VoteTotals(
                    context.Votes.Count(vote => vote.GeneratedTextId == text.Id && vote.Value == VoteValue.Up),
                    context.Votes.Count(vote => vote.GeneratedTextId == text.Id && vote.Value == VoteValue.Down))))
            .ToListAsync(stop).ConfigureAwait(false),
        cancellationToken);

    private async Task<GeneratedText> TextAsync(TelenovelaDbContext context, RatedMessage message, CancellationToken stop)
    {
        var text = await context.GeneratedTexts.SingleOrDefaultAsync(row => row.MessageId == message.MessageId, stop).ConfigureAwait(false);
        if (text is null)
        {
            text = new GeneratedText
            {
                MessageId = message.MessageId,
                ChannelId = message.ChannelId,
                GuildId = message.GuildId,
                Model = message.Model,
                Seed = message.Seed,
                Settings = message.Settings,
                At = clock.GetUtcNow(),
            };
            context.GeneratedTexts.Add(text);
        }

        text.Text ??= message.Text;
        await context.SaveChangesAsync(stop).ConfigureAwait(false);
        return text;
    }
}
