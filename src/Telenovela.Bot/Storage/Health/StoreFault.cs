using Microsoft.Data.Sqlite;

namespace Telenovela.Bot.Storage.Health;

/// <summary>Which problem of the store an exception tells of. Codes: sqlite.org/rescode.html.</summary>
internal static class StoreFault
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CantOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>SQLITE_IOERR_SHMSIZE: the log's index couldn't grow, which is how a full disk shows itself there.</summary>
    private const int NoRoomForSharedMemory = InputOutput | (19 << 8);

    private const int NoSpaceOnUnix = 28;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    /// <summary>The problem, or <see cref="StoreProblem.None"/> where the exception is about something else.</summary>
    public static StoreProblem Of(Exception exception)
    {
        for (var at = exception; at is not null; at = at.InnerException)
        {
            if (at is IOException { HResult: NoSpaceOnUnix or DiskFullOnWindows })
            {
                return StoreProblem.DiskFull;
            }

            if (at is SqliteException sqlite)
            {
                return sqlite switch
                {
                    { SqliteErrorCode: Full } or { SqliteExtendedErrorCode: NoRoomForSharedMemory } => StoreProblem.DiskFull,
                    { SqliteErrorCode: Corrupt or NotADatabase } => StoreProblem.Corrupt,
                    { SqliteErrorCode: ReadOnly or InputOutput or CantOpen } => StoreProblem.NotWritable,
                    { SqliteErrorCode: Busy or Locked } => StoreProblem.Busy,
                    _ => StoreProblem.None,
                };
            }
        }

        return StoreProblem.None;
    }
}
