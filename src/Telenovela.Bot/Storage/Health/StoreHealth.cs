using Microsoft.Extensions.Logging;

namespace Telenovela.Bot.Storage.Health;

/// <summary>
/// What the store can do, and why not more: starting → ready ⇄ read-only. A full disk and unwritable files pass; damage stays until
/// the program starts anew on a restored database.
/// </summary>
/// <param name="paths">Named in the messages.</param>
/// <param name="logger">Told of every change.</param>
public sealed partial class StoreHealth(StoragePaths paths, ILogger<StoreHealth> logger)
{
    private readonly Lock _lock = new();
    private StoreCondition _current = new(StoreState.Starting, StoreProblem.None, "The store is being opened.");

    /// <summary>How it is now.</summary>
    public StoreCondition Current
    {
        get
        {
            lock (_lock)
            {
                return _current;
            }
        }
    }

    /// <summary>Whether lines are taken.</summary>
    public bool IsReady => Current.State == StoreState.Ready;

    /// <summary>Reports a problem. A lasting one isn't covered up by a passing one.</summary>
    /// <param name="problem">Which.</param>
    /// <param name="details">What was seen.</param>
    /// <returns>How the store is then.</returns>
    public StoreCondition Report(StoreProblem problem, string details)
    {
        lock (_lock)
        {
            if (problem is StoreProblem.None or StoreProblem.Busy || _current.Problem == problem || (Lasts(_current.Problem) && !Lasts(problem)))
            {
                return _current;
            }

            _current = new StoreCondition(StoreState.ReadOnly, problem, Message(problem, details));
        }

        Log.ReadOnly(logger, problem, Current.Message);
        return Current;
    }

    /// <summary>Says that everything can be done (again). Has no effect while a lasting problem stands.</summary>
    /// <returns>Whether the store is ready now.</returns>
    public bool Recover()
    {
        lock (_lock)
        {
            if (Lasts(_current.Problem))
            {
                return false;
            }

            if (_current.State == StoreState.Ready)
            {
                return true;
            }

            _current = new StoreCondition(StoreState.Ready, StoreProblem.None, "");
        }

        Log.Ready(logger, paths.Database);
        return true;
    }

    private static bool Lasts(StoreProblem problem) => problem is StoreProblem.Corrupt or StoreProblem.Missing or StoreProblem.Newer;

    private string Message(StoreProblem problem, string details) => problem switch
    {
        StoreProblem.Corrupt =>
            $"The database {paths.Database} is damaged ({details}). Nothing was changed or recreated. {HowToRestore()}",
        StoreProblem.Missing =>
            $"The database {paths.Database} is missing or empty, and it hasn't always been ({details}). Nothing was created in its place. {HowToRestore()} " +
            $"To begin with an empty database instead, move the folder {paths.Backups} and what else is named {Path.GetFileName(paths.Database)}… away.",
        StoreProblem.Newer =>
            $"The database {paths.Database} was used by a newer version of the program ({details}). Run that version, or restore a backup from before it with `telenovela db restore`.",
        StoreProblem.DiskFull =>
            $"The disk is full, or the database has reached Storage:LargestMegabytes ({details}). Make room where {paths.Directory} is; " +
            "contributions are taken again within a minute after. Deleting one's own lines goes on as far as possible.",
        StoreProblem.NotWritable =>
            $"The database {paths.Database} can't be written ({details}). See to the folder's permissions and the disk; contributions are taken again within a minute after.",
        _ => "",
    };

    private string HowToRestore() =>
        $"To restore: stop the bot, look at `telenovela db check`, run `telenovela db restore` (the newest backup of {paths.Backups}; or name a file), start the bot. " +
        "Until then nothing new is taken; generating goes on.";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical, "The store is read-only: {Problem}. {Message}")]
        public static partial void ReadOnly(ILogger logger, StoreProblem problem, string message);

        [LoggerMessage(LogLevel.Information, "The store is ready: {Database}")]
        public static partial void Ready(ILogger logger, string database);
    }
}
