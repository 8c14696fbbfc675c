using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Backups;
using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Maintenance;

namespace Telenovela.Tests.Storage;

public sealed class BackupTests
{
    [Fact]
    public async Task Restores_What_Was_There_When_The_Database_Was_Damaged()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("I never loved the other one."));
        var backup = await store.Get<DatabaseBackups>().CreateAsync("by-hand", StoreUnderTest.Stop);
        await store.CloseAsync();
        await File.WriteAllTextAsync(store.Paths.Database, "rubbish, but plenty of it: " + new string('r', 9000), StoreUnderTest.Stop);

        await using var repair = StoreUnderTest.Prepare(store.Folder);
        var report = await repair.Get<DatabaseRestore>().RestoreAsync(backup.Path, StoreUnderTest.Stop);
        await repair.Get<StoreOpening>().OpenAsync(StoreUnderTest.Stop);

        Assert.True(repair.Health.IsReady);
        Assert.Equal(1, report.Rows["contributions"]);
        repair.Clock.Advance(TimeSpan.FromDays(13));
        Assert.Empty(repair.Get<DatabaseBackups>().Expire());
        Assert.StartsWith("rubbish", await File.ReadAllTextAsync(report.PutAside!, StoreUnderTest.Stop), StringComparison.Ordinal);
        repair.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal([report.PutAside!], repair.Get<DatabaseBackups>().Expire());
        Assert.Equal("I never loved the other one.", Assert.Single(await repair.Personal.LinesAsync(StoreUnderTest.Ana, null, 5, StoreUnderTest.Stop)).Text);
    }

    [Fact]
    public async Task Restores_Nothing_When_A_Single_Bit_Of_The_Backup_Changed()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var backup = await store.Get<DatabaseBackups>().CreateAsync("by-hand", StoreUnderTest.Stop);
        await store.CloseAsync();
        var bytes = await File.ReadAllBytesAsync(backup.Path, StoreUnderTest.Stop);
        bytes[^7] ^= 1;
        await File.WriteAllBytesAsync(backup.Path, bytes, StoreUnderTest.Stop);
        var before = await File.ReadAllBytesAsync(store.Paths.Database, StoreUnderTest.Stop);

        await using var repair = StoreUnderTest.Prepare(store.Folder);
        var words = await Assert.ThrowsAsync<StoreException>(() => repair.Get<DatabaseRestore>().RestoreAsync(backup.Path, StoreUnderTest.Stop));

        Assert.Contains("SHA-256", words.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(store.Paths.Database, StoreUnderTest.Stop));
    }

    [Fact]
    public async Task Restores_Nothing_When_The_Bot_Runs()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var backup = await store.Get<DatabaseBackups>().CreateAsync("by-hand", StoreUnderTest.Stop);

        await using var repair = StoreUnderTest.Prepare(store.Folder);
        var words = await Assert.ThrowsAsync<StoreException>(() => repair.Get<DatabaseRestore>().RestoreAsync(backup.Path, StoreUnderTest.Stop));

        Assert.Contains("Stop the bot", words.Message, StringComparison.Ordinal);
        await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("Still here."));
    }

    [Fact]
    public async Task Keeps_Deleted_Lines_Deleted_When_An_Older_Backup_Is_Restored()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var ids = await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("Unsaid, please."), StoreUnderTest.Line("This one may stay."));
        await store.GiveAsync(StoreUnderTest.Luis, StoreUnderTest.Line("Everything of mine must go."));
        var backup = await store.Get<DatabaseBackups>().CreateAsync("by-hand", StoreUnderTest.Stop);
        await store.Personal.DeleteLineAsync(StoreUnderTest.Ana, ids[0], StoreUnderTest.Stop);
        await store.Personal.DeleteAllAsync(StoreUnderTest.Luis, StoreUnderTest.Stop);
        await store.CloseAsync();

        await using var repair = StoreUnderTest.Prepare(store.Folder);
        var report = await repair.Get<DatabaseRestore>().RestoreAsync(backup.Path, StoreUnderTest.Stop);
        await repair.Get<StoreOpening>().OpenAsync(StoreUnderTest.Stop);

        Assert.Equal(3, report.ErasedAgain);
        Assert.Equal(["This one may stay."], await repair.QueryAsync(context => context.Contributions.Select(line => line.Text).ToListAsync(StoreUnderTest.Stop)));
        Assert.False(repair.Holds("Unsaid, please.") || repair.Holds("Everything of mine"));
    }

    [Fact]
    public async Task Counts_Lines_That_Come_Meanwhile_When_Backing_Up_Under_Load()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        await store.ConsentAsync(StoreUnderTest.Ana);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(StoreUnderTest.Stop);
        var given = 0;
        var load = Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested)
                {
                    await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line($"Line {Interlocked.Increment(ref given)}"));
                }
            },
            StoreUnderTest.Stop);

        for (var round = 0; round < 5; round++)
        {
            store.Clock.Advance(TimeSpan.FromSeconds(1));
            var known = Volatile.Read(ref given);
            var backup = await store.Get<DatabaseBackups>().CreateAsync("by-hand", StoreUnderTest.Stop);
            var check = await DatabaseBackups.CheckAsync(backup.Path, StoreUnderTest.Stop);
            Assert.Empty(check.Problems);
            Assert.InRange(check.Rows["contributions"], known - 1, Volatile.Read(ref given));
        }

        await enough.CancelAsync();
        await load;
    }

    [Fact]
    public async Task Backs_Up_Once_A_Night_And_Forgets_After_Two_Weeks_When_Time_Passes()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var maintenance = store.Get<StoreMaintenance>();
        var backups = store.Get<DatabaseBackups>();

        for (var day = 0; day < 20; day++)
        {
            await maintenance.LookAsync(StoreUnderTest.Stop);
            await maintenance.LookAsync(StoreUnderTest.Stop);
            store.Clock.Advance(TimeSpan.FromDays(1));
        }

        var kept = backups.List();
        Assert.Equal(15, kept.Count);
        Assert.All(kept, backup => Assert.Equal("nightly", backup.Occasion));
        Assert.True(kept[^1].At >= kept[0].At - TimeSpan.FromDays(14));
        Assert.Equal(2 * kept.Count, Directory.GetFiles(store.Paths.Backups).Length);
    }

    [Fact]
    public async Task Keeps_The_Last_Backup_When_No_Newer_One_Can_Be_Made()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        await store.Get<DatabaseBackups>().CreateAsync("by-hand", StoreUnderTest.Stop);
        store.Clock.Advance(TimeSpan.FromDays(40));
        store.Health.Report(StoreProblem.Corrupt, "as a test has it");

        await store.Get<StoreMaintenance>().LookAsync(StoreUnderTest.Stop);
        store.Get<DatabaseBackups>().Expire();

        Assert.Single(store.Get<DatabaseBackups>().List());
    }
}
