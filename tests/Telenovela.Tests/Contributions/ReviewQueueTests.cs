using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Contributions;

public sealed class ReviewQueueTests
{
    [Fact]
    public async Task Goes_On_Where_It_Was_When_The_Bot_Started_Anew()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var ids = await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("One"), StoreUnderTest.Line("Two"), StoreUnderTest.Line("Three") with { Hints = ["odd-case"] });
        await store.Contributions.SubmitAsync(StoreUnderTest.Submission(StoreUnderTest.Ana, StoreUnderTest.Line("Elsewhere")) with { GuildId = 1 }, StoreUnderTest.Stop);
        var first = await store.Review.NextAsync(StoreUnderTest.Guild, 0, StoreUnderTest.Stop);
        await store.CloseAsync();

        await using var again = await StoreUnderTest.OpenAsync(store.Folder);
        await again.ApproveAsync(ids[1]);
        var next = await again.Review.NextAsync(StoreUnderTest.Guild, first!.Id, StoreUnderTest.Stop);

        Assert.Equal(("One", StoreUnderTest.Ana), (first.Text, first.UserId));
        Assert.Equal([(1, "Two"), (2, "Three")], first.Context.Select(line => (line.Offset, line.Text)));
        Assert.Equal(("Three", ContributionStatus.Pending), (next!.Text, next.Status));
        Assert.Equal(["odd-case"], next.Hints);
        Assert.Null(await again.Review.NextAsync(StoreUnderTest.Guild, next.Id, StoreUnderTest.Stop));
        Assert.Equal(2, await again.Review.CountAsync(StoreUnderTest.Guild, StoreUnderTest.Stop));
    }

    [Fact]
    public async Task Gives_Back_The_Words_As_Given_When_An_Edit_Is_Undone()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var id = (await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("I am you're brother.")))[0];
        var edit = new Decision(id, StoreUnderTest.Guild, 500, ModerationKind.Edited)
        {
            Text = "I am your brother.",
            Fingerprint = StoreUnderTest.Fingerprint("I am your brother."),
            Reason = "spelling",
        };

        Assert.Equal(DecisionOutcome.Decided, (await store.Review.DecideAsync(edit, StoreUnderTest.Stop)).Outcome);
        var edited = await store.Review.FindAsync(StoreUnderTest.Guild, id, StoreUnderTest.Stop);
        Assert.True(Assert.Single(await store.Contributions.FindSimilarAsync(edit.Fingerprint, StoreUnderTest.Stop)).IsExact);
        Assert.Equal(DecisionOutcome.Gone, (await store.Review.UndoAsync(StoreUnderTest.Guild, 501, StoreUnderTest.Stop)).Outcome);
        var undone = await store.Review.UndoAsync(StoreUnderTest.Guild, 500, StoreUnderTest.Stop);
        var after = await store.Review.FindAsync(StoreUnderTest.Guild, id, StoreUnderTest.Stop);

        Assert.Equal(("I am your brother.", "I am you're brother.", ContributionStatus.Approved), (edited!.Text, edited.OriginalText, edited.Status));
        Assert.Equal((DecisionOutcome.Decided, id, ModerationKind.Edited), (undone.Outcome, undone.ContributionId, undone.Kind));
        Assert.Equal(("I am you're brother.", (string?)null, ContributionStatus.Pending), (after!.Text, after.OriginalText, after.Status));
        Assert.True((await store.Contributions.FindSimilarAsync(StoreUnderTest.Fingerprint("I am you're brother."), StoreUnderTest.Stop))[0].IsExact);
        Assert.Equal(DecisionOutcome.Gone, (await store.Review.UndoAsync(StoreUnderTest.Guild, 500, StoreUnderTest.Stop)).Outcome);
        Assert.Equal(
            [ModerationKind.Edited, ModerationKind.Undone],
            await store.QueryAsync(context => context.ModerationActions.OrderBy(action => action.Id).Select(action => action.Kind).ToListAsync(StoreUnderTest.Stop)));
    }

    [Fact]
    public async Task Finds_No_Line_When_It_Belongs_To_Another_Server_Or_Is_Deleted()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var id = (await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("Ours.")))[0];

        var foreign = await store.Review.DecideAsync(new Decision(id, 1, 500, ModerationKind.Approved), StoreUnderTest.Stop);
        await store.Personal.DeleteLineAsync(StoreUnderTest.Ana, id, StoreUnderTest.Stop);
        var deleted = await store.ApproveAsync(id);

        Assert.Equal((DecisionOutcome.Gone, DecisionOutcome.Gone), (foreign.Outcome, deleted.Outcome));
        Assert.Equal(0, await store.QueryAsync(context => context.ModerationActions.CountAsync(StoreUnderTest.Stop)));
    }

    [Fact]
    public async Task Holds_Out_Every_Tenth_Line_For_Good_When_Lines_Are_Approved()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var ids = await store.GiveAsync(StoreUnderTest.Ana, [.. Enumerable.Range(1, 25).Select(i => StoreUnderTest.Line($"Line {i}"))]);
        foreach (var id in ids.Take(20))
        {
            store.Clock.Advance(TimeSpan.FromSeconds(1));
            await store.ApproveAsync(id);
        }

        // The twentieth is undone; another one is approved before it is approved again.
        await store.Review.UndoAsync(StoreUnderTest.Guild, 500, StoreUnderTest.Stop);
        await store.ApproveAsync(ids[20]);
        await store.ApproveAsync(ids[19]);
        var lines = store.Get<TrainingLines>();

        Assert.Equal(["Line 10", "Line 20"], (await lines.HeldOutAsync(StoreUnderTest.Stop)).Select(line => line.Text));
        var trained = await lines.ToTrainOnAsync(StoreUnderTest.Stop);
        Assert.Equal(19, trained.Count);
        Assert.DoesNotContain(trained, line => line.Text is "Line 10" or "Line 20");
    }

    [Fact]
    public async Task Shows_Nothing_Of_Somebody_When_The_Consent_Is_Withdrawn()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var ids = await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("Approved"), StoreUnderTest.Line("Pending"));
        await store.ApproveAsync(ids[0]);

        await store.Get<ConsentRegister>().WithdrawAsync(StoreUnderTest.Ana, StoreUnderTest.Stop);

        Assert.Null(await store.Review.NextAsync(StoreUnderTest.Guild, 0, StoreUnderTest.Stop));
        Assert.Empty(await store.Get<TrainingLines>().AllAsync(StoreUnderTest.Stop));
        Assert.Equal(2, (await store.Personal.LinesAsync(StoreUnderTest.Ana, null, 5, StoreUnderTest.Stop)).Count);
    }

    [Theory]
    [InlineData(RestOf.Submission, ModerationKind.Approved, new[] { "A1", "A3", "B1", "C1" })]
    [InlineData(RestOf.Giver, ModerationKind.Rejected, new[] { "A1", "C1" })]
    public async Task Decides_At_Once_On_What_Waits_Behind_A_Line_And_Takes_It_Back(RestOf rest, ModerationKind kind, string[] left)
    {
        const ulong Bea = 77;
        await using var store = await StoreUnderTest.OpenAsync();
        var first = await store.GiveAsync(
            StoreUnderTest.Ana, [.. new[] { "A1", "A2", "A3", "A4" }.Select(text => StoreUnderTest.Line(text))]);
        await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("B1"));
        await store.GiveAsync(Bea, StoreUnderTest.Line("C1"));
        await store.Contributions.SubmitAsync(
            StoreUnderTest.Submission(StoreUnderTest.Ana, StoreUnderTest.Line("Elsewhere")) with { GuildId = 1 }, StoreUnderTest.Stop);
        if (rest == RestOf.Submission)
        {
            // Decided by another moderator: it stays as it is, also when the rest is taken back.
            await store.Review.DecideAsync(new Decision(first[2], StoreUnderTest.Guild, 501, ModerationKind.Rejected), StoreUnderTest.Stop);
        }

        var counted = await store.Review.CountRestAsync(StoreUnderTest.Guild, first[1], StoreUnderTest.Stop);
        await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("Given since"));
        var before = await StatesAsync(store);
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        var decision = new Decision(first[1], StoreUnderTest.Guild, 500, kind) { Reason = "all the same" };
        var result = await store.Review.DecideRestAsync(decision, rest, counted.Last, StoreUnderTest.Stop);
        var after = await StatesAsync(store);
        var nothingLeft = await store.Review.DecideRestAsync(decision, rest, counted.Last, StoreUnderTest.Stop);
        var undone = await store.Review.UndoAsync(StoreUnderTest.Guild, 500, StoreUnderTest.Stop, first[3]);

        Assert.Equal(rest == RestOf.Submission ? counted.OfSubmission : counted.OfGiver, result.Lines);
        Assert.Equal((DecisionOutcome.Decided, first[1], kind), (result.Outcome, result.ContributionId, result.Kind));
        Assert.Equal(
            [.. left, "Elsewhere", "Given since"],
            after.Where(line => line.Value == before[line.Key]).Select(line => line.Key).Order(StringComparer.Ordinal));
        Assert.Equal(DecisionOutcome.Gone, nothingLeft.Outcome);
        Assert.Equal((DecisionOutcome.Decided, result.Lines), (undone.Outcome, undone.Lines));
        Assert.Equal(before, await StatesAsync(store));
    }

    [Fact]
    public async Task Holds_Out_Every_Tenth_Line_When_Many_Are_Approved_At_Once()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var ids = await store.GiveAsync(StoreUnderTest.Ana, [.. Enumerable.Range(1, 25).Select(i => StoreUnderTest.Line($"Line {i}"))]);

        await store.Review.DecideRestAsync(
            new Decision(ids[0], StoreUnderTest.Guild, 500, ModerationKind.Approved), RestOf.Submission, ids[^1], StoreUnderTest.Stop);

        Assert.Equal(
            ["Line 10", "Line 20"], (await store.Get<TrainingLines>().HeldOutAsync(StoreUnderTest.Stop)).Select(line => line.Text));
        Assert.Equal(25, await store.QueryAsync(context => context.ModerationActions.CountAsync(StoreUnderTest.Stop)));
    }

    private static Task<Dictionary<string, ContributionStatus>> StatesAsync(StoreUnderTest store) =>
        store.QueryAsync(context => context.Contributions.ToDictionaryAsync(line => line.Text, line => line.Status, StoreUnderTest.Stop));

    [Theory]
    [InlineData("""UPDATE "moderation_actions" SET "ModeratorId" = 1""")]
    [InlineData("""UPDATE "moderation_actions" SET "Reason" = 'another one'""")]
    [InlineData("""UPDATE "moderation_actions" SET "Kind" = 'Rejected', "Reason" = NULL""")]
    [InlineData("""DELETE FROM "moderation_actions" """)]
    public async Task Refuses_When_Anybody_Would_Change_The_Audit(string sql)
    {
        await using var store = await StoreUnderTest.OpenAsync();
        await store.ApproveAsync((await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("Yes.")))[0]);

        await Assert.ThrowsAsync<SqliteException>(() => store.Get<Store>().WriteAsync((context, stop) => context.Database.ExecuteSqlRawAsync(sql, stop), StoreUnderTest.Stop));
    }
}
