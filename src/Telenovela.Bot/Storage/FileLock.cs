namespace Telenovela.Bot.Storage;

/// <summary>A lock that the operating system gives back when its holder dies, however it dies.</summary>
internal sealed class FileLock : IDisposable
{
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolationOnWindows = unchecked((int)0x80070020);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Takes the lock if it is free.</summary>
    /// <param name="path">The file, which is made if need be and stays.</param>
    /// <param name="shared">Whether others may share it.</param>
    /// <returns>Null where somebody else holds it.</returns>
    public static FileLock? TryTake(string path, bool shared)
    {
        try
        {
            if (!shared)
            {
                return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }

            if (!File.Exists(path))
            {
                using var made = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
            }

            return new FileLock(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read));
        }
        catch (IOException exception) when (exception.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolationOnWindows)
        {
            return null;
        }
    }

    /// <summary>Takes the lock, waiting for it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shared">Whether others may share it.</param>
    /// <param name="patience">How long.</param>
    /// <param name="clock">Measures that.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where it wasn't free in time.</returns>
    public static async Task<FileLock?> TakeAsync(string path, bool shared, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            if (TryTake(path, shared) is { } taken)
            {
                return taken;
            }

            if (clock.GetElapsedTime(started) >= patience)
            {
                return null;
            }

            await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
