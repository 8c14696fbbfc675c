using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Storage.Backups;

namespace Telenovela.Bot.Storage.Upgrades;

/// <summary>
/// Brings the database to the program's version. EF's own lock for SQLite is a row, which a killed program leaves behind and the next
/// start would wait for without end; so nothing is locked unless something is to be done, a lock of the operating system comes first,
/// and whoever holds that one may remove the row.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="backups">Asked before the database is changed.</param>
/// <param name="paths">The files.</param>
/// <param name="options">How long to wait.</param>
/// <param name="clock">Measures that.</param>
/// <param name="logger">Told what is done.</param>
public sealed partial class StoreMigrator(
    IDbContextFactory<TelenovelaDbContext> contexts,
    DatabaseBackups backups,
    StoragePaths paths,
    IOptions<StorageOptions> options,
    TimeProvider clock,
    ILogger<StoreMigrator> logger)
{
    private TimeSpan Patience => TimeSpan.FromSeconds(options.Value.MigrationTimeoutSeconds);

    /// <summary>Migrations that the database has and this program doesn't know: a newer one was here.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<string>> UnknownAsync(CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            return [.. (await context.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false)).Except(context.Database.GetMigrations())];
        }
    }

    /// <summary>Applies what is pending, after a backup.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was applied by this call.</returns>
    /// <exception cref="StoreException">Another process is at it for too long, or the migration takes too long.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            if (!(await context.Database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false)).Any())
            {
                return [];
            }

            using var alone = await FileLock.TakeAsync(paths.MigrationLock, shared: false, Patience, clock, cancellationToken).ConfigureAwait(false)
                ?? throw new StoreException(
                    $"Another process has been migrating {paths.Database} for more than {Patience.TotalSeconds:0} s (it holds {paths.MigrationLock}). " +
                    "Wait for it or stop it, then start again; Storage:MigrationTimeoutSeconds sets the patience.");
            return await MigrateAloneAsync(context, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<string>> MigrateAloneAsync(TelenovelaDbContext context, CancellationToken cancellationToken)
    {
        // Whoever held the lock before may have done it.
        var pending = (await context.Database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false)).ToList();
        if (pending.Count == 0)
        {
            return [];
        }

        if ((await context.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false)).Any())
        {
            var backup = await backups.CreateAsync("before-migration", cancellationToken).ConfigureAwait(false);
            Log.BackedUp(logger, backup.Path);
        }

        await RemoveStaleRowAsync(context, cancellationToken).ConfigureAwait(false);
        using var tooLong = new CancellationTokenSource(Patience, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, cancellationToken);
        try
        {
            await context.Database.MigrateAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (tooLong.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new StoreException(
                $"Migrating {paths.Database} ({string.Join(", ", pending)}) took more than {Patience.TotalSeconds:0} s and was stopped. " +
                "Raise Storage:MigrationTimeoutSeconds and start again.",
                exception);
        }

        Log.Migrated(logger, string.Join(", ", pending));
        return pending;
    }

    private async Task RemoveStaleRowAsync(TelenovelaDbContext context, CancellationToken cancellationToken)
    {
        var exists = await context.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_schema WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken).ConfigureAwait(false);
        if (exists > 0 && await context.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellationToken).ConfigureAwait(false) > 0)
        {
            Log.StaleLock(logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Backed up before migrating: {Path}")]
        public static partial void BackedUp(ILogger logger, string path);

        [LoggerMessage(LogLevel.Warning, "A migration was killed half-way and left its lock behind; it is removed")]
        public static partial void StaleLock(ILogger logger);

        [LoggerMessage(LogLevel.Information, "Migrated the database: {Migrations}")]
        public static partial void Migrated(ILogger logger, string migrations);
    }
}
