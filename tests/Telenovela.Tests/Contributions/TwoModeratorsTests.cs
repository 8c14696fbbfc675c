using CsCheck;
using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Contributions;

public sealed class TwoModeratorsTests
{
    /// <summary>
    /// Two stores on one file, so that nothing but the database stands between the moderators. Either may be a step ahead, or done, before
    /// the other begins; or they start together, and the machine decides.
    /// </summary>
    [Fact]
    public async Task Has_One_Winner_And_One_Audit_Row_When_Two_Moderators_Decide_At_Once()
    {
        await using var one = await StoreUnderTest.OpenAsync();
        await using var two = await StoreUnderTest.OpenAsync(one.Folder);
        await one.ConsentAsync(StoreUnderTest.Ana);
        var kind = Gen.OneOf(Gen.Const(ModerationKind.Approved), Gen.Const(ModerationKind.Edited), Gen.Const(ModerationKind.Rejected));
        var moderator = Gen.Select(kind, Gen.Int[0, 4000], Gen.Bool);
        var order = Gen.OneOf(Gen.Const(Order.Together), Gen.Const(Order.Together), Gen.Const(Order.FirstIsDone), Gen.Const(Order.SecondIsDone));
        var (wonByFirst, rounds) = (0, 0);

        await Gen.Select(moderator, moderator, order).SampleAsync(
            async (first, second, order) =>
            {
                var id = (await one.Contributions.SubmitAsync(StoreUnderTest.Submission(StoreUnderTest.Ana, StoreUnderTest.Line("Whose?")), CancellationToken.None)).Ids[0];
                var (firstMay, secondMay) = (new TaskCompletionSource(), new TaskCompletionSource());
                var deciding = new[] { DecideAsync(one, id, 501, first, firstMay.Task), DecideAsync(two, id, 502, second, secondMay.Task) };
                var (ahead, behind) = order == Order.SecondIsDone ? ((secondMay, deciding[1]), firstMay) : ((firstMay, deciding[0]), secondMay);
                ahead.Item1.SetResult();
                if (order != Order.Together)
                {
                    await ahead.Item2;
                }

                behind.SetResult();
                var results = await Task.WhenAll(deciding);

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

        Assert.Equal(1000, rounds);
        Assert.InRange(wonByFirst, 1, 999);
    }

    private enum Order
    {
        Together,
        FirstIsDone,
        SecondIsDone,
    }

    private static async Task<DecisionResult> DecideAsync(StoreUnderTest store, long id, ulong moderator, (ModerationKind Kind, int Spins, bool Looks) plan, Task start)
    {
        await start.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
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
