using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Maintenance;

namespace Telenovela.Tests.Storage;

public sealed class ReadOnlyDiskTests
{
    [Fact]
    public async Task Comes_Back_When_Connections_Were_Opened_While_Nothing_Could_Be_Written()
    {
        await using var store = await StoreUnderTest.OpenAsync();

        // As SQLite opens a file on a disk that is mounted for reading only: the pool keeps the connection.
        await store.QueryAsync(context => context.Database.ExecuteSqlRawAsync("PRAGMA query_only = ON", StoreUnderTest.Stop));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.ConsentAsync(StoreUnderTest.Ana));
        Assert.Equal(StoreProblem.NotWritable, store.Health.Current.Problem);

        await store.Get<StoreMaintenance>().LookAsync(StoreUnderTest.Stop);

        Assert.True(store.Health.IsReady, store.Health.Current.Message);
        await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("At last."));
    }

    [Fact]
    public async Task Opens_And_Comes_Back_When_The_Disk_Was_Mounted_For_Reading_Only_At_First()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "Only root may mount.");
        var disk = Directory.CreateTempSubdirectory("telenovela-disk-").FullName;
        var isMounted = await RunAsync("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk) == 0;
        Assert.SkipUnless(isMounted, "This machine's root may not mount either.");
        try
        {
            var folder = Path.Combine(disk, "data");
            await using (await StoreUnderTest.OpenAsync(folder))
            {
            }

            Assert.Equal(0, await RunAsync("mount", "-o", "remount,ro", disk));
            await using (var store = await StoreUnderTest.OpenAsync(folder))
            {
                await Assert.ThrowsAsync<StoreUnavailableException>(() => store.ConsentAsync(StoreUnderTest.Ana));
                await store.Get<StoreMaintenance>().LookAsync(StoreUnderTest.Stop);
                Assert.Equal(StoreProblem.NotWritable, store.Health.Current.Problem);

                Assert.Equal(0, await RunAsync("mount", "-o", "remount,rw", disk));
                await store.Get<StoreMaintenance>().LookAsync(StoreUnderTest.Stop);

                Assert.True(store.Health.IsReady, store.Health.Current.Message);
                await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("At last."));
            }
        }
        finally
        {
            await RunAsync("umount", "-l", disk);
            Directory.Delete(disk);
        }
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(StoreUnderTest.Stop);
        return process.ExitCode;
    }
}
