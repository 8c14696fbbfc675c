using System.ComponentModel;
using System.Diagnostics;

namespace Telenovela.Corpus.Checks;

/// <summary>The program <c>xz</c> at its strongest (<c>-9e</c>, one thread, so that the size is always the same).</summary>
public sealed class XzCompressor : ICompressor
{
    private readonly string _program;

    private XzCompressor(string program) => _program = program;

    /// <inheritdoc />
    public string Name => "xz -9e";

    /// <summary>The limit that the corpus is held to; the first 300,000 characters of tinyshakespeare have 0.34.</summary>
    /// <value>0.29.</value>
    public double LeastRatio => 0.29;

    /// <summary>Looks for the program in the folders of <c>PATH</c>, never in the current one, and tries whether it can compress.</summary>
    /// <returns>The compressor, or null where there is none (some systems have one that only decompresses).</returns>
    public static XzCompressor? Find()
    {
        var name = OperatingSystem.IsWindows() ? "xz.exe" : "xz";
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        if (program is null)
        {
            return null;
        }

        try
        {
            var compressor = new XzCompressor(program);
            return compressor.Compress(new byte[1000], CancellationToken.None) < 1000 ? compressor : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public long Compress(byte[] bytes, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(_program, ["-9e", "-T1", "-c", "-qq"]) { RedirectStandardInput = true, RedirectStandardOutput = true };

        // Options of somebody's own would change the size.
        start.Environment.Remove("XZ_DEFAULTS");
        start.Environment.Remove("XZ_OPT");
        try
        {
            using var process = Process.Start(start) ?? throw new IOException($"{_program} couldn't be started.");
            using var stop = cancellationToken.Register(() => Kill(process));

            // Both ends at once: a full pipe on one side would otherwise stop the other for good.
            var feeding = Task.Run(() => Feed(process, bytes), CancellationToken.None);
            var size = CountBytes(process.StandardOutput.BaseStream);
            process.WaitForExit();
            feeding.Wait(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return process.ExitCode == 0 && size > 0 ? size : throw new IOException($"{_program} ended with {process.ExitCode}.");
        }
        catch (Win32Exception error)
        {
            throw new IOException($"{_program} couldn't be started: {error.Message}", error);
        }
    }

    private static void Feed(Process process, byte[] bytes)
    {
        try
        {
            using var input = process.StandardInput.BaseStream;
            input.Write(bytes);
        }
        catch (IOException)
        {
            // The program ended before it had read everything; its exit code says so.
        }
    }

    private static long CountBytes(Stream stream)
    {
        var buffer = new byte[64 * 1024];
        long size = 0;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            size += read;
        }

        return size;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }
}
