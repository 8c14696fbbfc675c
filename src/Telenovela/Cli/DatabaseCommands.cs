using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Backups;

namespace Telenovela.Cli;

/// <summary><c>telenovela db</c>: backup, restore, check.</summary>
internal static class DatabaseCommands
{
    public static Command Create() => new("db", "The database of contributions") { CreateBackup(), CreateRestore(), CreateCheck() };

    private static Command CreateBackup()
    {
        var json = CommandExtensions.JsonOption();
        var command = new Command("backup", "Makes a backup now and tries whether it can be restored; the bot may be running")
        {
            HostSettings.Data, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var tools = StorageTools.Build(parsed);
            await StorageTools.OpenAsync(tools, cancellationToken).ConfigureAwait(false);
            var backup = await tools.Services.GetRequiredService<DatabaseBackups>().CreateAsync("by-hand", cancellationToken).ConfigureAwait(false);
            new Output(parsed.GetValue(json)).Result(backup, console => console.WriteLine($"{backup.Path} ({backup.Bytes} bytes), checked"));
            return ExitCode.Success;
        });
        return command;
    }

    private static Command CreateRestore()
    {
        var file = new Argument<FileInfo?>("file")
        {
            Description = "The backup; the newest one by default",
            Arity = ArgumentArity.ZeroOrOne,
        }.NoOption();
        var json = CommandExtensions.JsonOption();
        var command = new Command(
            "restore", "Puts a backup in the database's place; stop the bot first. The database that was there is put aside")
        {
            file, HostSettings.Data, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var tools = StorageTools.Build(parsed);
            var backup = parsed.GetValue(file)?.FullName
                ?? tools.Services.GetRequiredService<DatabaseBackups>().Newest?.Path
                ?? throw new FailureException($"There is no backup in {tools.Services.GetRequiredService<StoragePaths>().Backups}. Name a file.");
            var report = await tools.Services.GetRequiredService<DatabaseRestore>().RestoreAsync(backup, cancellationToken).ConfigureAwait(false);
            new Output(parsed.GetValue(json)).Result(report, console => Show(console, report));
            return ExitCode.Success;
        });
        return command;
    }

    private static Command CreateCheck()
    {
        var file = new Argument<FileInfo?>("file")
        {
            Description = "A backup; the database in use by default",
            Arity = ArgumentArity.ZeroOrOne,
        }.NoOption();
        var json = CommandExtensions.JsonOption();
        var command = new Command("check", "Looks for damage and lists the backups; exit code 1 if something is wrong")
        {
            file, HostSettings.Data, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var tools = StorageTools.Build(parsed);
            var backups = tools.Services.GetRequiredService<DatabaseBackups>();
            var check = parsed.GetValue(file) is { } named
                ? await DatabaseBackups.CheckAsync(named.FullName, cancellationToken).ConfigureAwait(false)
                : await backups.CheckDatabaseAsync(cancellationToken).ConfigureAwait(false);
            new Output(parsed.GetValue(json)).Result(
                new { check.Path, check.Sha256, check.Rows, check.Problems, Backups = backups.List() }, console => Show(console, check, backups.List()));
            return check.Problems.Count == 0 ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    private static void Show(IAnsiConsole console, RestoreReport report)
    {
        console.MarkupLineInterpolated($"Restored {report.Backup}: {report.Rows.GetValueOrDefault("contributions")} contributions; {report.ErasedAgain} rows were erased again that people had deleted since.");
        if (report.PutAside is not null)
        {
            console.MarkupLineInterpolated($"The database that was there is {report.PutAside} now; it goes with the old backups.");
        }
    }

    private static void Show(IAnsiConsole console, BackupCheck check, IReadOnlyList<DatabaseBackup> backups)
    {
        console.MarkupLineInterpolated($"{check.Path}: {(check.Problems.Count == 0 ? "no damage found" : "DAMAGED")}");
        foreach (var problem in check.Problems)
        {
            console.MarkupLineInterpolated($"  [red]{problem}[/]");
        }

        foreach (var (table, rows) in check.Rows)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {rows,8} {table}");
        }

        console.MarkupLineInterpolated($"{backups.Count} backups");
        foreach (var backup in backups)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {backup.At:u} {backup.Occasion} {backup.Path}");
        }
    }
}
