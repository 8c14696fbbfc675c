using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Telenovela.Engine.Checkpoints;

/// <summary>
/// Has a folder's names written to the disk. On Unix a file that was made or renamed outlives a power cut only once its folder was
/// flushed too (fsync(2), notes), and .NET opens no folders. NTFS keeps a journal of names.
/// </summary>
public static partial class FolderFlush
{
    private const int ReadOnly = 0;

    /// <summary>Flushes it.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">The folder can't be opened, or the disk refuses.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = new SafeFileHandle(Open(folder, ReadOnly), ownsHandle: true);
        if (handle.IsInvalid)
        {
            throw new IOException($"“{folder}” can't be flushed: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        // Ignores file systems that can't flush folders.
        RandomAccess.FlushToDisk(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
