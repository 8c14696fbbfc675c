using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Backups;
using Telenovela.Bot.Storage.Health;

namespace Telenovela.Tests.Storage;

public sealed class StoreOpeningTests
{
    [Fact]
    public async Task Makes_An_Empty_Database_With_Every_Table_When_There_Was_None()
    {
        await using var store = await StoreUnderTest.OpenAsync();

        Assert.Equal(StoreState.Ready, store.Health.Current.State);
        Assert.Empty(await store.QueryAsync(context => context.Contributions.ToListAsync(StoreUnderTest.Stop)));
        Assert.False(await store.QueryAsync(context => Task.FromResult(context.Database.HasPendingModelChanges())));
        Assert.Equal(1024 * 1024, new FileInfo(store.Paths.Ballast).Length);
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("secure_delete", "1")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "5000")]
    [InlineData("journal_size_limit", "4194304")]
    [InlineData("temp_store", "2")]
    public async Task Sets_Up_Every_Connection_When_It_Opens(string pragma, string expected)
    {
        await using var store = await StoreUnderTest.OpenAsync();

        var value = await store.QueryAsync(async context =>
        {
            await context.Database.OpenConnectionAsync(StoreUnderTest.Stop);
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            return $"{await command.ExecuteScalarAsync(StoreUnderTest.Stop)}";
        });

        Assert.Equal(expected, value);
    }

    [Fact]
    public async Task Leaves_A_Damaged_Database_As_It_Is_When_It_Opens()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        for (var i = 0; i < 30; i++)
        {
            await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line(new string('x', 400) + i));
        }

        await store.CloseAsync();
        var bytes = await File.ReadAllBytesAsync(store.Paths.Database, StoreUnderTest.Stop);
        for (var at = 8192; at < bytes.Length; at += 512)
        {
            bytes[at] ^= 0xff;
        }

        await File.WriteAllBytesAsync(store.Paths.Database, bytes, StoreUnderTest.Stop);
        await using var again = await StoreUnderTest.OpenAsync(store.Folder);

        Assert.Equal((StoreState.ReadOnly, StoreProblem.Corrupt), (again.Health.Current.State, again.Health.Current.Problem));
        Assert.Contains("telenovela db restore", again.Health.Current.Message, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => again.ConsentAsync(StoreUnderTest.Luis));
        Assert.Equal(StoreProblem.Corrupt, refused.Condition.Problem);
        await again.Get<Telenovela.Bot.Storage.Maintenance.StoreMaintenance>().LookAsync(StoreUnderTest.Stop);
        Assert.False(again.Health.Recover());
        await again.CloseAsync();
        Assert.Equal(bytes, await File.ReadAllBytesAsync(store.Paths.Database, StoreUnderTest.Stop));
    }

    [Fact]
    public async Task Leaves_A_File_That_Is_No_Database_As_It_Is_When_It_Opens()
    {
        await using var store = StoreUnderTest.Prepare();
        await File.WriteAllTextAsync(store.Paths.Database, new string('?', 5000), StoreUnderTest.Stop);

        await store.Get<StoreOpening>().OpenAsync(StoreUnderTest.Stop);

        Assert.Equal(StoreProblem.Corrupt, store.Health.Current.Problem);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Get<ConsentRegister>().OfAsync(1, StoreUnderTest.Stop));
        Assert.Equal(new string('?', 5000), await File.ReadAllTextAsync(store.Paths.Database, StoreUnderTest.Stop));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Makes_No_New_Database_When_The_Old_One_Is_Gone_Or_Empty(bool gone)
    {
        await using var store = await StoreUnderTest.OpenAsync();
        await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("Not again."));
        await store.Get<DatabaseBackups>().CreateAsync("by-hand", StoreUnderTest.Stop);
        await store.CloseAsync();
        File.Delete(store.Paths.Database);
        if (!gone)
        {
            await File.WriteAllBytesAsync(store.Paths.Database, [], StoreUnderTest.Stop);
        }

        await using var again = await StoreUnderTest.OpenAsync(store.Folder);

        Assert.Equal(StoreProblem.Missing, again.Health.Current.Problem);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => again.Personal.LinesAsync(StoreUnderTest.Ana, null, 5, StoreUnderTest.Stop));
        Assert.Equal(!gone, File.Exists(store.Paths.Database));
    }

    [Fact]
    public async Task Takes_Nothing_When_A_Newer_Program_Was_Here()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        await store.CloseAsync();
        await using (var connection = new SqliteConnection($"Data Source={store.Paths.Database};Pooling=False"))
        {
            await connection.OpenAsync(StoreUnderTest.Stop);
            await using var command = connection.CreateCommand();
            command.CommandText = """INSERT INTO "__EFMigrationsHistory" VALUES ('29991231000000_FromTheFuture', '99')""";
            await command.ExecuteNonQueryAsync(StoreUnderTest.Stop);
        }

        await using var again = await StoreUnderTest.OpenAsync(store.Folder);

        Assert.Equal(StoreProblem.Newer, again.Health.Current.Problem);
        Assert.Contains("FromTheFuture", again.Health.Current.Message, StringComparison.Ordinal);
    }
}
