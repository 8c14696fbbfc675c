using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Exports;
using Telenovela.Bot.Storage.Maintenance;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Contributions;

public sealed class PersonalDataTests
{
    private static RatedMessage Message { get; } = new(31, 32, StoreUnderTest.Guild, "high-tide", 7, """{"prompt":"Love"}""", "VERA: Love?");

    [Fact]
    public async Task Hands_Over_All_That_Is_Kept_When_Exported()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("Mine."));
        await store.ApproveAsync((await store.GiveAsync(StoreUnderTest.Luis, StoreUnderTest.Line("Not mine.")))[0], StoreUnderTest.Ana);
        await store.Get<FeedbackStore>().VoteAsync(Message, StoreUnderTest.Ana, VoteValue.Up, StoreUnderTest.Stop);
        await store.Get<FeedbackStore>().ReportAsync(Message, StoreUnderTest.Ana, "Too sad.", StoreUnderTest.Stop);
        await store.Get<ConsentRegister>().SetCreditNameAsync(StoreUnderTest.Ana, "Ana of the Sea", StoreUnderTest.Stop);

        var json = JsonSerializer.Serialize(await store.Personal.ExportAsync(StoreUnderTest.Ana, StoreUnderTest.Stop));

        Assert.All(["Mine.", "Ana of the Sea", "Too sad.", "high-tide"], word => Assert.Contains(word, json, StringComparison.Ordinal));
        Assert.DoesNotContain("Not mine.", json, StringComparison.Ordinal);
        var export = await store.Personal.ExportAsync(StoreUnderTest.Ana, StoreUnderTest.Stop);
        Assert.Equal((1, 1, 1, 1, 1), (export.Lines.Count, export.Votes.Count, export.Reports.Count, export.Decisions.Count, export.Consent.Version));
    }

    [Fact]
    public async Task Pages_Through_The_Newest_First_When_Listed()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var ids = await store.GiveAsync(StoreUnderTest.Ana, [.. Enumerable.Range(0, 5).Select(i => StoreUnderTest.Line($"Line {i}"))]);

        var first = await store.Personal.LinesAsync(StoreUnderTest.Ana, null, 2, StoreUnderTest.Stop);
        var second = await store.Personal.LinesAsync(StoreUnderTest.Ana, first[^1].Id, 2, StoreUnderTest.Stop);

        Assert.Equal([ids[4], ids[3], ids[2], ids[1]], first.Concat(second).Select(line => line.Id));
    }

    [Fact]
    public async Task Leaves_Others_Lines_Alone_When_Deleting_One()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var id = (await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("Hers.")))[0];

        Assert.False(await store.Personal.DeleteLineAsync(StoreUnderTest.Luis, id, StoreUnderTest.Stop));
        Assert.True(await store.Personal.DeleteLineAsync(StoreUnderTest.Ana, id, StoreUnderTest.Stop));
        Assert.False(await store.Personal.DeleteLineAsync(StoreUnderTest.Ana, id, StoreUnderTest.Stop));
    }

    [Fact]
    public async Task Leaves_Nothing_Of_Somebody_In_Files_And_Exports_When_All_Is_Deleted()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var (fountain, jsonl) = (Path.Combine(store.Folder, "out-a"), Path.Combine(store.Folder, "out-b"));
        var ids = await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("The secret of the lighthouse."), StoreUnderTest.Line("Refused words."));
        await store.ApproveAsync(ids[0]);
        await store.Review.DecideAsync(new Decision(ids[1], StoreUnderTest.Guild, 500, ModerationKind.Rejected) { Reason = "“Refused words.” is dull" }, StoreUnderTest.Stop);
        await store.ApproveAsync((await store.GiveAsync(StoreUnderTest.Luis, StoreUnderTest.Line("The secret of the well.")))[0]);
        await store.Get<FeedbackStore>().VoteAsync(Message with { Text = "VERA: Only she rated this." }, StoreUnderTest.Ana, VoteValue.Up, StoreUnderTest.Stop);
        await store.Get<ConsentRegister>().SetCreditNameAsync(StoreUnderTest.Ana, "Ana of the Sea", StoreUnderTest.Stop);
        await store.Get<CorpusExporter>().ExportAsync(fountain, ExportFormat.Fountain, StoreUnderTest.Stop);
        await store.Get<CorpusExporter>().ExportAsync(jsonl, ExportFormat.JsonLines, StoreUnderTest.Stop);

        var deleted = await store.Personal.DeleteAllAsync(StoreUnderTest.Ana, StoreUnderTest.Stop);
        await store.Get<StoreMaintenance>().LookAsync(StoreUnderTest.Stop);

        Assert.Equal(new DeletedData(2, 1, 0), deleted);
        string[] traces = ["secret of the lighthouse", "Refused words", "Ana of the Sea", "Only she rated"];
        Assert.DoesNotContain(traces, store.Holds);
        Assert.True(store.Holds("secret of the well"));
        var exported = new[] { fountain, jsonl }.SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)).Select(File.ReadAllText).ToList();
        Assert.DoesNotContain(exported, text => traces.Any(trace => text.Contains(trace, StringComparison.Ordinal)));
        Assert.Contains(exported, text => text.Contains("secret of the well", StringComparison.Ordinal));
        Assert.Equal(2, await store.QueryAsync(context => context.Tombstones.CountAsync(StoreUnderTest.Stop)));
        Assert.Equal(2, await store.QueryAsync(context => context.ModerationActions.CountAsync(action => ids.Contains(action.ContributionId) && action.Reason == null, StoreUnderTest.Stop)));
        Assert.Equal(ConsentStatus.None, await store.Get<ConsentRegister>().OfAsync(StoreUnderTest.Ana, StoreUnderTest.Stop));
    }
}
