using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Contributions;

public sealed class FeedbackTests
{
    private static RatedMessage Message(ulong id) => new(id, 32, StoreUnderTest.Guild, "high-tide", -7, """{"length":300}""", "VERA: Love?");

    [Fact]
    public async Task Counts_The_Last_Vote_When_Somebody_Votes_Twice()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var feedback = store.Get<FeedbackStore>();

        await feedback.VoteAsync(Message(1), StoreUnderTest.Ana, VoteValue.Up, StoreUnderTest.Stop);
        await feedback.VoteAsync(Message(1), StoreUnderTest.Luis, VoteValue.Up, StoreUnderTest.Stop);
        var totals = await feedback.VoteAsync(Message(1), StoreUnderTest.Ana, VoteValue.Down, StoreUnderTest.Stop);

        Assert.Equal(new VoteTotals(1, 1), totals);
        Assert.Equal([new RatedText("high-tide", -7, """{"length":300}""", "VERA: Love?", totals)], await feedback.RatedTextsAsync(StoreUnderTest.Stop));
    }

    [Fact]
    public async Task Is_Closed_By_One_Moderator_When_Two_Try()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var feedback = store.Get<FeedbackStore>();
        var first = await feedback.ReportAsync(Message(1), StoreUnderTest.Ana, "Cruel.", StoreUnderTest.Stop);
        var again = await feedback.ReportAsync(Message(1), StoreUnderTest.Ana, "Very cruel.", StoreUnderTest.Stop);
        var second = await feedback.ReportAsync(Message(2), StoreUnderTest.Ana, null, StoreUnderTest.Stop);

        var open = await feedback.NextReportAsync(StoreUnderTest.Guild, 0, StoreUnderTest.Stop);
        bool[] closed = [await feedback.CloseReportAsync(StoreUnderTest.Guild, open!.Id, 500, StoreUnderTest.Stop), await feedback.CloseReportAsync(StoreUnderTest.Guild, open.Id, 501, StoreUnderTest.Stop)];

        Assert.Equal((new ReportReceipt(first.Id, true), new ReportReceipt(first.Id, false)), (first, again));
        Assert.Equal((Message(1), "Cruel.", (ulong?)StoreUnderTest.Ana), (open.Message, open.Reason, open.UserId));
        Assert.Equal([true, false], closed);
        Assert.Equal(second.Id, (await feedback.NextReportAsync(StoreUnderTest.Guild, 0, StoreUnderTest.Stop))!.Id);
        Assert.Null(await feedback.NextReportAsync(1, 0, StoreUnderTest.Stop));
        Assert.False(await feedback.CloseReportAsync(1, second.Id, 500, StoreUnderTest.Stop));
    }
}
