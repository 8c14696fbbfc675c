namespace Telenovela.Bot.Storage.Health;

/// <summary>Why the store takes nothing new.</summary>
public enum StoreProblem
{
    /// <summary>There is no problem.</summary>
    None,

    /// <summary>The database is damaged. Stays until a backup is restored and the program starts anew.</summary>
    Corrupt,

    /// <summary>The database is gone or empty though there are traces of one. Stays like <see cref="Corrupt"/>.</summary>
    Missing,

    /// <summary>A newer version of the program has changed the database. Stays like <see cref="Corrupt"/>.</summary>
    Newer,

    /// <summary>There is no room on the disk. Passes when there is.</summary>
    DiskFull,

    /// <summary>The files can't be written. Passes when they can.</summary>
    NotWritable,

    /// <summary>Another process writes for too long. Said of one attempt, never of the store.</summary>
    Busy,
}
