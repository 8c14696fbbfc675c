using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Health;

namespace Telenovela.Tests.Storage;

public sealed class MigrationLockTests
{
    [Fact]
    public async Task Starts_When_A_Killed_Migration_Left_Its_Row()
    {
        await using var store = StoreUnderTest.Prepare();
        await using (var connection = new SqliteConnection($"Data Source={store.Paths.Database};Pooling=False"))
        {
            await connection.OpenAsync(StoreUnderTest.Stop);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-23 00:00:00+00:00');
                """;
            await command.ExecuteNonQueryAsync(StoreUnderTest.Stop);
        }

        await store.Get<StoreOpening>().OpenAsync(StoreUnderTest.Stop).WaitAsync(TimeSpan.FromMinutes(1), StoreUnderTest.Stop);

        Assert.True(store.Health.IsReady);
        Assert.Empty(await store.QueryAsync(context => context.Contributions.ToListAsync(StoreUnderTest.Stop)));
    }

    [Fact]
    public async Task Gives_Up_With_Words_When_Another_Process_Migrates_For_Too_Long()
    {
        await using var store = StoreUnderTest.Prepare(null, ("MigrationTimeoutSeconds", 10));
        using var other = new FileStream(store.Paths.MigrationLock, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        store.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(3);

        var opening = store.Get<StoreOpening>().OpenAsync(StoreUnderTest.Stop);
        while (!opening.IsCompleted)
        {
            store.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, StoreUnderTest.Stop);
        }

        var words = await Assert.ThrowsAsync<StoreException>(() => opening);
        Assert.Contains("telenovela.migrating", words.Message, StringComparison.Ordinal);
        Assert.Equal(StoreState.Starting, store.Health.Current.State);
    }

    [Fact]
    public async Task Migrates_Once_When_Two_Start_Together()
    {
        await using var first = StoreUnderTest.Prepare();
        await using var second = StoreUnderTest.Prepare(first.Folder);

        // The clocks stand still, so only the lock itself can let the second one in.
        var openings = new[] { first, second }.Select(store => Task.Run(() => store.Get<StoreOpening>().OpenAsync(StoreUnderTest.Stop), StoreUnderTest.Stop)).ToArray();
        while (!openings.All(opening => opening.IsCompleted))
        {
            first.Clock.Advance(TimeSpan.FromMilliseconds(100));
            second.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(10, StoreUnderTest.Stop);
        }

        await Task.WhenAll(openings);
        Assert.True(first.Health.IsReady && second.Health.IsReady);
        Assert.Equal(
            await second.QueryAsync(context => Task.FromResult(context.Database.GetMigrations())),
            await second.QueryAsync(context => context.Database.SqlQueryRaw<string>("""SELECT "MigrationId" AS "Value" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" """).ToListAsync(StoreUnderTest.Stop)));
    }
}
