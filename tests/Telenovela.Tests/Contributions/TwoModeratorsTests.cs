using CsCheck;
using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Contributions;

public sealed class TwoModeratorsTests
{
    /// <summary>Two stores on one file, so that nothing but the database stands between the moderators; each waits a while before each step.</summary>
    [Fact]
    public async Task Has_One_Winner_And_One_Audit_Row_When_Two_Moderators_Decide_At_Once()
    {
        await using var one = await StoreUnderTest.OpenAsync();
        await using var two = await StoreUnderTest.OpenAsync(one.Folder);
        await one.ConsentAsync(StoreUnderTest.Ana);
        var kind = Gen.OneOf(Gen.Const(ModerationKind.Approved), Gen.Const(ModerationKind.Edited), Gen.Const(ModerationKind.Rejected));
        var moderator = Gen.Select(kind, Gen.Int[0, 4000], Gen.Bool);
        var (wonByFirst, rounds) = (0, 0);

        await Gen.Select(moderator, moderator).SampleAsync(
            async (first, second) =>
            {
                var id = (await one.Contributions.SubmitAsync(StoreUnderTest.Submission(StoreUnderTest.Ana, StoreUnderTest.Line("Whose?")), CancellationToken.None)).Ids[0];
                using var start = new Barrier(2);
                var results = await Task.WhenAll(
                    Task.Run(() => DecideAsync(one, id, 501, first, start)),
                    Task.Run(() => DecideAsync(two, id, 502, second, start)));

                var rows = await one.Get<Telenovela.Bot.Storage.Store>().ReadAsync(
                    (context, stop) => context.ModerationActions.Where(action => action.ContributionId == id).ToListAsync(stop), CancellationToken.None);
                var line = await one.Review.FindAsync(StoreUnderTest.Guild, id, CancellationToken.None);
                var row = Assert.Single(rows);
                var winner = Assert.Single(results, result => result.Outcome == DecisionOutcome.Decided);
                var loser = Assert.Single(results, result => result.Outcome == DecisionOutcome.AlreadyDecided);
                Assert.Equal((row.ModeratorId, row.Kind), (winner.ModeratorId!.Value, winner.Kind!.Value));
                Assert.Equal((row.ModeratorId, row.Kind), (loser.ModeratorId!.Value, loser.Kind!.Value));
                Assert.Equal(row.Kind == ModerationKind.Rejected ? ContributionStatus.Rejected : ContributionStatus.Approved, line!.Status);
                Assert.Equal(row.Kind == ModerationKind.Edited ? $"Edited by {row.ModeratorId}" : "Whose?", line.Text);
                wonByFirst += row.ModeratorId == 501 ? 1 : 0;
                rounds++;
            },
            iter: 1000,
            threads: 1);

        // Both orders did occur; otherwise the interleavings would be none.
        Assert.Equal(1000, rounds);
        Assert.InRange(wonByFirst, 50, 950);
    }

    private static async Task<DecisionResult> DecideAsync(StoreUnderTest store, long id, ulong moderator, (ModerationKind Kind, int Spins, bool Looks) plan, Barrier start)
    {
        start.SignalAndWait(CancellationToken.None);
        Thread.SpinWait(plan.Spins);
        if (plan.Looks)
        {
            // As a click does: the line is looked at first, and may be decided between the look and the decision.
            Assert.NotNull(await store.Review.FindAsync(StoreUnderTest.Guild, id, CancellationToken.None));
        }

        var text = $"Edited by {moderator}";
        return await store.Review.DecideAsync(
            new Decision(id, StoreUnderTest.Guild, moderator, plan.Kind) { Text = text, Fingerprint = StoreUnderTest.Fingerprint(text) }, CancellationToken.None);
    }
}
