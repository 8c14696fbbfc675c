using System.Runtime.InteropServices;

namespace Telenovela.Cli;

/// <summary>Ctrl+C, or a supervisor, asks a command to stop, so that it can keep what it has; who asks again ends the process.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<PosixSignalRegistration> _signals;

    public Interruption() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
    ];

    /// <summary>Signalled when the command is to stop.</summary>
    public CancellationToken Token => _stopping.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _stopping.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        if (!_stopping.IsCancellationRequested)
        {
            signal.Cancel = true;
            _stopping.Cancel();
        }
    }
}
