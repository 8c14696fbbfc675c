using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage.Maintenance;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Tests.Storage;

public sealed class ErasureTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Leaves_No_Byte_Of_Deleted_Text_When_Swept(int seed)
    {
        // Long and short lines, edits and decisions, so that pages split and merge while text moves about in them.
        await using var store = await StoreUnderTest.OpenAsync();
        var random = new Random(seed);
        var alive = new Dictionary<long, List<string>>();
        var deleted = new List<string>();
        for (var step = 0; step < 500; step++)
        {
            var text = $"<{seed}:{step}>{new string((char)('a' + (step % 26)), random.Next(2) == 0 ? random.Next(60) : random.Next(2500))}";
            var any = alive.Count > 0 ? alive.Keys.ElementAt(random.Next(alive.Count)) : 0;
            switch (random.Next(10))
            {
                case < 5:
                    alive[(await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line(text)))[0]] = [$"<{seed}:{step}>"];
                    break;
                case < 7 when any > 0:
                    var kind = random.Next(2) == 0 ? ModerationKind.Edited : ModerationKind.Rejected;
                    await store.Review.DecideAsync(
                        new Decision(any, StoreUnderTest.Guild, 500, kind) { Text = text, Fingerprint = StoreUnderTest.Fingerprint(text), Reason = $"about {text}" }, StoreUnderTest.Stop);
                    alive[any].Add($"<{seed}:{step}>");
                    break;
                case < 9 when any > 0:
                    await store.Personal.DeleteLineAsync(StoreUnderTest.Ana, any, StoreUnderTest.Stop);
                    deleted.AddRange(alive[any]);
                    alive.Remove(any);
                    break;
                default:
                    await store.Review.UndoAsync(StoreUnderTest.Guild, 500, StoreUnderTest.Stop);
                    break;
            }
        }

        Assert.True(await store.Get<ErasureSweep>().RunAsync(StoreUnderTest.Stop));

        var bytes = Encoding.Latin1.GetString(store.Bytes());
        Assert.True(deleted.Count > 50 && alive.Count > 20);
        Assert.DoesNotContain(deleted, mark => bytes.Contains(mark, StringComparison.Ordinal));
        Assert.All(alive.Values, marks => Assert.Contains(marks[0], bytes, StringComparison.Ordinal));
        Assert.Equal(0, await store.QueryAsync(context => context.PendingErasures.CountAsync(StoreUnderTest.Stop)));
    }

    [Fact]
    public async Task Sweeps_After_A_Restart_When_The_Bot_Was_Killed_Before_It_Could()
    {
        await using var store = await StoreUnderTest.OpenAsync();

        // While somebody has the file open, other tests that clear the pools can't make SQLite empty the log.
        await using var onlooker = new SqliteConnection($"Data Source={store.Paths.Database};Pooling=False");
        await onlooker.OpenAsync(StoreUnderTest.Stop);
        await using var glance = onlooker.CreateCommand();
        glance.CommandText = "SELECT count(*) FROM contributions";
        await glance.ExecuteScalarAsync(StoreUnderTest.Stop);
        var ids = await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("They will find this in the log."));
        await store.Personal.DeleteLineAsync(StoreUnderTest.Ana, ids[0], StoreUnderTest.Stop);
        Assert.True(store.Holds("They will find this in the log."));

        // A second store on the same files, while the first one's log still lies there: what a start after a kill finds.
        await using var again = await StoreUnderTest.OpenAsync(store.Folder);
        await again.Get<StoreMaintenance>().LookAsync(StoreUnderTest.Stop);

        Assert.False(again.Holds("They will find this in the log."));
        var tombstone = Assert.Single(await again.QueryAsync(context => context.Tombstones.ToListAsync(StoreUnderTest.Stop)));
        Assert.Equal((ids[0], "high_tide", ContributionStatus.Pending, new DateOnly(2026, 11, 23)), (tombstone.ContributionId, tombstone.Telenovela, tombstone.Status, tombstone.DeletedOn));
    }

    [Fact]
    public async Task Sweeps_On_Its_Own_When_Something_Was_Deleted()
    {
        await using var store = StoreUnderTest.Prepare();
        var maintenance = store.Get<StoreMaintenance>();
        await maintenance.StartAsync(StoreUnderTest.Stop);
        var ids = await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("Gone before the minute is over."));

        // The clock stands still: it is the deletion that wakes the sweep.
        await store.Personal.DeleteLineAsync(StoreUnderTest.Ana, ids[0], StoreUnderTest.Stop);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (store.Holds("Gone before the minute is over."))
        {
            await Task.Delay(20, patience.Token);
        }

        await maintenance.StopAsync(StoreUnderTest.Stop);
    }
}
