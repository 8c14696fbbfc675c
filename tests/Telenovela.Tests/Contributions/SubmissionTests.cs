using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Contributions;

public sealed class SubmissionTests
{
    [Fact]
    public async Task Adds_Nothing_When_An_Interaction_Is_Delivered_Again()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        await using var other = await StoreUnderTest.OpenAsync(store.Folder);
        await store.ConsentAsync(StoreUnderTest.Ana);
        var submission = StoreUnderTest.Submission(StoreUnderTest.Ana, StoreUnderTest.Line("You!"), StoreUnderTest.Line("Me?", character: null));

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            Task.Run(() => (i % 2 == 0 ? store : other).Contributions.SubmitAsync(submission, StoreUnderTest.Stop), StoreUnderTest.Stop)));

        Assert.Single(results, result => result.Outcome == SubmissionOutcome.Accepted);
        Assert.All(results, result => Assert.Equal(results[0].Ids, result.Ids));
        Assert.Equal(["You!", "Me?"], await store.QueryAsync(context => context.Contributions.OrderBy(line => line.Ordinal).Select(line => line.Text).ToListAsync(StoreUnderTest.Stop)));
    }

    [Fact]
    public async Task Keeps_Nothing_When_Consent_Is_Missing_Or_Old_Or_Withdrawn()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var register = store.Get<ConsentRegister>();
        var submission = StoreUnderTest.Submission(StoreUnderTest.Ana, StoreUnderTest.Line("May I?"));

        async Task<SubmissionOutcome> Try(int version) =>
            (await store.Contributions.SubmitAsync(submission with { ConsentVersion = version }, StoreUnderTest.Stop)).Outcome;

        Assert.Equal(SubmissionOutcome.NoConsent, await Try(1));
        await register.GiveAsync(StoreUnderTest.Ana, 1, StoreUnderTest.Stop);
        Assert.Equal(SubmissionOutcome.NoConsent, await Try(2));
        Assert.True(await register.WithdrawAsync(StoreUnderTest.Ana, StoreUnderTest.Stop));
        Assert.False(await register.WithdrawAsync(StoreUnderTest.Ana, StoreUnderTest.Stop));
        Assert.Equal(SubmissionOutcome.NoConsent, await Try(1));
        Assert.False((await register.OfAsync(StoreUnderTest.Ana, StoreUnderTest.Stop)).Covers(1));
        Assert.Equal(0, await store.QueryAsync(context => context.Contributions.CountAsync(StoreUnderTest.Stop)));
        await register.GiveAsync(StoreUnderTest.Ana, 2, StoreUnderTest.Stop);
        Assert.Equal(SubmissionOutcome.Accepted, await Try(2));
    }

    [Fact]
    public async Task Keeps_Nothing_When_Too_Many_Lines_Wait()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        await store.GiveAsync(StoreUnderTest.Ana, [.. Enumerable.Range(0, 19).Select(i => StoreUnderTest.Line($"Line {i}"))]);

        var two = await store.Contributions.SubmitAsync(
            StoreUnderTest.Submission(StoreUnderTest.Ana, StoreUnderTest.Line("Twenty"), StoreUnderTest.Line("Twenty-one")) with { MostPending = 20 }, StoreUnderTest.Stop);
        var one = await store.Contributions.SubmitAsync(StoreUnderTest.Submission(StoreUnderTest.Ana, StoreUnderTest.Line("Twenty")) with { MostPending = 20 }, StoreUnderTest.Stop);

        Assert.Equal((SubmissionOutcome.TooManyPending, 19), (two.Outcome, two.Pending));
        Assert.Equal((SubmissionOutcome.Accepted, 20), (one.Outcome, one.Pending));
        Assert.Equal(20, await store.Contributions.PendingOfAsync(StoreUnderTest.Ana, StoreUnderTest.Stop));
    }

    [Fact]
    public async Task Finds_Equal_And_Nearly_Equal_Lines_When_Asked()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var exact = (await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("The baby is mine.")))[0];
        var near = (await store.GiveAsync(StoreUnderTest.Luis, StoreUnderTest.Line("Something") with { Fingerprint = new ContributionFingerprint("ab", [1, 2, long.MinValue]) }))[0];
        await store.GiveAsync(StoreUnderTest.Luis, StoreUnderTest.Line("Nothing of the kind."));

        var fingerprint = StoreUnderTest.Fingerprint("The baby is mine.");
        var found = await store.Contributions.FindSimilarAsync(fingerprint with { Bands = [.. fingerprint.Bands, long.MinValue, 2, 77] }, StoreUnderTest.Stop);

        Assert.Equal([(exact, true, 4), (near, false, 2)], found.Select(line => (line.Id, line.IsExact, line.SharedBands)));
        Assert.Equal(("The baby is mine.", ContributionStatus.Pending), (found[0].Text, found[0].Status));
        Assert.Empty(await store.Contributions.FindSimilarAsync(new ContributionFingerprint("cd", [99]), StoreUnderTest.Stop));
    }
}
