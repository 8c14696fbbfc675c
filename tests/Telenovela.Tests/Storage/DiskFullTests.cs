using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Maintenance;

namespace Telenovela.Tests.Storage;

public sealed class DiskFullTests
{
    /// <summary>SQLite itself says that the disk is full: the database may not grow beyond 1 MB.</summary>
    [Fact]
    public async Task Reads_And_Deletes_And_Comes_Back_When_The_Disk_Is_Full()
    {
        await using var store = await StoreUnderTest.OpenAsync(null, ("LargestMegabytes", 1));
        var ids = new List<long>();
        var full = await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
        {
            while (ids.Count < 3000)
            {
                ids.AddRange(await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line($"{ids.Count} {new string('w', 3000)}")));
            }
        });

        Assert.Equal(StoreProblem.DiskFull, full.Condition.Problem);
        Assert.Equal((StoreState.ReadOnly, StoreProblem.DiskFull), (store.Health.Current.State, store.Health.Current.Problem));
        Assert.Equal(ids.Count, (await store.Personal.LinesAsync(StoreUnderTest.Ana, null, 5000, StoreUnderTest.Stop)).Count);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.ConsentAsync(StoreUnderTest.Luis));

        // No room yet: the state stays.
        await store.Get<StoreMaintenance>().LookAsync(StoreUnderTest.Stop);
        Assert.Equal(StoreProblem.DiskFull, store.Health.Current.Problem);

        foreach (var id in ids.Take(200))
        {
            Assert.True(await store.Personal.DeleteLineAsync(StoreUnderTest.Ana, id, StoreUnderTest.Stop));
        }

        await store.Get<StoreMaintenance>().LookAsync(StoreUnderTest.Stop);

        Assert.True(store.Health.IsReady, store.Health.Current.Message);
        await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("There is room again."));
        Assert.True(File.Exists(store.Paths.Ballast));
    }
}
