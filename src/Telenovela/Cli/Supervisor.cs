using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Telenovela.Cli;

/// <summary>
/// Ties a process to the one that started it, by standard input: when that ends, because the parent closed it or died, this one is to
/// stop. Works on every system, and however the parent dies.
/// </summary>
internal sealed class Supervisor : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stopping = new();
    private readonly List<PosixSignalRegistration> _deaf;

    /// <summary>Begins to listen.</summary>
    /// <param name="input">The parent's end of it stays open as long as this process is wanted.</param>
    public Supervisor(Stream input)
    {
        // A terminal and a service manager signal the whole group: the parent decides, and closes the input.
        _deaf = [.. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP]).Select(signal => PosixSignalRegistration.Create(signal, context => context.Cancel = true))];
        new Thread(() => Listen(input)) { IsBackground = true, Name = "supervisor" }.Start();
    }

    /// <summary>Signalled when the parent wants no more.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>
    /// Makes sure that this process alone works on a file: one that outlived its parent for a moment, to note how far it is, is
    /// waited for. The operating system gives the claim back when this process dies.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FailureException">Another process works on it, for longer than stopping takes.</exception>
    public IDisposable Claim(string path)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path + ".claim", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (since.Elapsed < Patience)
            {
                Stopping.WaitHandle.WaitOne(Pause);
                Stopping.ThrowIfCancellationRequested();
            }
            catch (IOException held)
            {
                throw new FailureException($"Another process still trains with “{path}”: {held.Message}");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _deaf.ForEach(signal => signal.Dispose());
        _stopping.Dispose();
    }

    private void Listen(Stream input)
    {
        try
        {
            while (input.ReadByte() >= 0)
            {
            }
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException)
        {
            // As good as its end.
        }

        try
        {
            _stopping.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The work was done before.
        }
    }
}
