using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Telenovela.Benchmarks.Retraining;

/// <summary>The bot as a process, on a data folder of its own, reached over HTTP.</summary>
internal sealed partial class AnsweringBot : IAsyncDisposable
{
    private const int SigCont = 18;
    private const int SigStop = 19;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly string _folder;
    private readonly Process _process;
    private readonly Task _reading;
    private readonly TaskCompletionSource<string> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _warnings = new();
    private Process? _child;

    private AnsweringBot(string folder, Process process)
    {
        (_folder, _process) = (folder, process);
        _reading = ReadAsync();
        _ = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Where it listens; it keeps connections open.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>What it warned of.</summary>
    public IReadOnlyCollection<string> Warnings => _warnings;

    /// <summary>Processor seconds of the bot so far, without its child.</summary>
    public double Seconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Processor seconds of the child that trains or measures so far; 0 while there is none.</summary>
    public double ChildSeconds
    {
        get
        {
            try
            {
                _child?.Refresh();
                return _child is { HasExited: false } ? _child.TotalProcessorTime.TotalSeconds : 0;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }
    }

    /// <summary>Has the child that trains or measures stand still, or go on.</summary>
    /// <returns>False where there is none.</returns>
    public bool Hold(bool still) => _child is { } child && Signal(child.Id, still ? SigStop : SigCont) == 0;

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<AnsweringBot> StartAsync(string folder, IReadOnlyDictionary<string, string> settings)
    {
        var bot = new AnsweringBot(folder, RetrainingChild.Start(["bot", "--urls", "http://127.0.0.1:0"], settings));
        var url = await bot._url.Task.WaitAsync(Patience);
        bot.Client = new HttpClient(new SocketsHttpHandler { PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan, ConnectCallback = ConnectAsync }) { BaseAddress = new Uri(url) };
        return bot;
    }

    /// <summary>Waits until a stage is under way.</summary>
    /// <exception cref="TimeoutException">It never was.</exception>
    public async Task ReachAsync(string stage)
    {
        var since = Stopwatch.StartNew();
        while (!await IsInAsync(stage))
        {
            await PauseAsync(since, $"The stage {stage} was never reached");
        }
    }

    /// <summary>Waits until the child that trains has really got to work: what it needs to start takes it less.</summary>
    public async Task TrainAsync(double seconds)
    {
        var since = Stopwatch.StartNew();
        while (ChildSeconds < seconds)
        {
            await PauseAsync(since, "Training never got to work");
        }
    }

    /// <summary>Waits until no run is under way.</summary>
    public async Task EndAsync()
    {
        var since = Stopwatch.StartNew();
        while (await CountAsync("""SELECT count(*) FROM "training_runs" WHERE "State" = 'Running'""", "") > 0)
        {
            await PauseAsync(since, "The run never ended");
        }
    }

    /// <summary>Whether a stage is under way.</summary>
    public async Task<bool> IsInAsync(string stage) => await CountAsync(
        """SELECT count(*) FROM "training_stages" AS stage JOIN "training_runs" AS run ON run."Id" = stage."RunId" WHERE run."State" = 'Running' AND stage."Name" = $stage AND stage."FinishedAt" IS NULL""",
        stage) > 0;

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
        _child?.Dispose();
    }

    [GeneratedRegex(@"Discord posts interactions to (\S+)/interactions")]
    private static partial Regex Listening();

    [GeneratedRegex("(?:Training|Measuring) in process ([0-9]+)")]
    private static partial Regex Child();

    /// <summary>kill(2): 0 for success.</summary>
    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task PauseAsync(Stopwatch since, string problem)
    {
        if (since.Elapsed > Patience)
        {
            throw new TimeoutException($"{problem}.");
        }

        await Task.Delay(Look);
    }

    private async Task<long> CountAsync(string question, string stage)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "telenovela.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var query = connection.CreateCommand();
        query.CommandText = question;
        query.Parameters.AddWithValue("$stage", stage);
        return (long)(await query.ExecuteScalarAsync())!;
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } listening)
            {
                _url.TrySetResult(listening.Groups[1].Value);
            }
            else if (Child().Match(line) is { Success: true } child)
            {
                _child?.Dispose();
                _child = Process.GetProcessById(int.Parse(child.Groups[1].Value, CultureInfo.InvariantCulture));
            }
            else if (line.StartsWith("warn:", StringComparison.Ordinal) || line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal))
            {
                _warnings.Enqueue($"{line} {await _process.StandardOutput.ReadLineAsync()}");
            }
        }

        _url.TrySetException(new InvalidOperationException($"The bot ended before it listened. {string.Join(' ', _warnings)}"));
    }
}
