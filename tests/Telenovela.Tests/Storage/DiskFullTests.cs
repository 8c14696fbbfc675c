using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Maintenance;

namespace Telenovela.Tests.Storage;

public sealed class DiskFullTests
{
    [Fact]
    public async Task Opens_Later_When_The_Folder_Can_Not_Be_Written_At_First()
    {
        await using var store = StoreUnderTest.Prepare();
        Directory.Delete(store.Folder);
        await File.WriteAllTextAsync(store.Folder, "in the way", StoreUnderTest.Stop);
        await store.Get<StoreOpening>().OpenAsync(StoreUnderTest.Stop);
        Assert.Equal((StoreState.ReadOnly, StoreProblem.NotWritable), (store.Health.Current.State, store.Health.Current.Problem));

        await store.Get<StoreMaintenance>().LookAsync(StoreUnderTest.Stop);
        Assert.Equal(StoreProblem.NotWritable, store.Health.Current.Problem);
        File.Delete(store.Folder);
        await store.Get<StoreMaintenance>().LookAsync(StoreUnderTest.Stop);

        Assert.True(store.Health.IsReady, store.Health.Current.Message);
        await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("At last."));
    }

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

    [Fact]
    public async Task Deletes_With_The_Ballasts_Room_When_The_Disk_Itself_Is_Full()
    {
        var disk = Environment.GetEnvironmentVariable("TELENOVELA_SMALL_DISK");
        Assert.SkipUnless(Directory.Exists(disk), "Name an empty disk of about 20 MB in TELENOVELA_SMALL_DISK (mount -t tmpfs -o size=20m tmpfs /mnt) to fill it.");
        await using var store = await StoreUnderTest.OpenAsync(Path.Combine(disk, $"{Guid.NewGuid():n}"), ("BallastMegabytes", 10), ("JournalSizeLimitMegabytes", 1));
        var ids = new List<long>();
        var full = await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
        {
            while (ids.Count < 20_000)
            {
                ids.AddRange(await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line($"{ids.Count} {new string('w', 3000)}")));
            }
        });
        Assert.Equal(StoreProblem.DiskFull, full.Condition.Problem);
        Assert.Equal(ids.Count, (await store.Personal.LinesAsync(StoreUnderTest.Ana, null, 20_000, StoreUnderTest.Stop)).Count);

        await store.Personal.DeleteAllAsync(StoreUnderTest.Ana, StoreUnderTest.Stop);
        await store.Get<StoreMaintenance>().LookAsync(StoreUnderTest.Stop);
        await store.Get<StoreMaintenance>().LookAsync(StoreUnderTest.Stop);

        Assert.True(store.Health.IsReady, store.Health.Current.Message);
        Assert.False(store.Holds("wwwwww"));
        await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("There is room again."));
    }
}
