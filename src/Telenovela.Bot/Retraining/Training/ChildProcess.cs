using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Telenovela.Bot.Retraining.Training;

/// <summary>
/// Has this program work in a child process of the lowest priority: what the work takes, it gives back when it ends, and what goes wrong in it leaves the
/// bot alone. The child stops when its standard input ends, and so also when the bot is killed.
/// </summary>
/// <param name="work">What it does, for the log and for people: <c>Training</c>.</param>
/// <param name="program">This program.</param>
/// <param name="options">Limits.</param>
/// <param name="clock">Measures time.</param>
/// <param name="logger">Told of what the child says.</param>
internal sealed partial class ChildProcess(string work, TelenovelaProgram program, IOptions<RetrainingOptions> options, TimeProvider clock, ILogger logger)
{
    private const int Megabyte = 1024 * 1024;
    private const int KeptLines = 8;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>A child notes how far it is within a second or two; longer than this, and the supervisor of the bot loses patience.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(7);

    /// <summary>Has it done, to the end or until the time is up. However this ends, the child has ended too.</summary>
    /// <typeparam name="TEvent">What the child tells on standard error, as JSON, an object a line.</typeparam>
    /// <param name="arguments">The command; it must be one that listens to <c>--supervised</c> and <c>--share</c>, which are added.</param>
    /// <param name="onEvent">Told how it goes, on any thread.</param>
    /// <param name="cancellationToken">Stops the child, which may take its time to note how far it is.</param>
    /// <exception cref="RetrainingException">It failed or took too much memory; the message says what to do.</exception>
    public async Task<ChildOutcome> RunAsync<TEvent>(IEnumerable<string> arguments, Action<TEvent> onEvent, CancellationToken cancellationToken)
        where TEvent : class
    {
        using var child = Start(arguments);
        var ended = child.WaitForExitAsync(CancellationToken.None);
        try
        {
            var words = new Queue<string>();
            var output = child.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var errors = ReadAsync(child.StandardError, onEvent, words);
            var ending = await WatchAsync(child, ended, errors, cancellationToken).ConfigureAwait(false);
            await errors.ConfigureAwait(false);
            var result = await output.ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return ending switch
            {
                Ending.Time => new ChildOutcome(result, WasStopped: true),
                Ending.Memory => throw new RetrainingException(
                    $"{work} took more than {options.Value.MostMegabytes} MB of memory and was ended. Raise Retraining:MostMegabytes, or train smaller models."),
                _ when child.ExitCode == 0 => new ChildOutcome(result, WasStopped: false),
                _ => throw new RetrainingException($"{work} failed with exit code {child.ExitCode}: {(words.Count == 0 ? "it said nothing" : string.Join(" ", words))}"),
            };
        }
        finally
        {
            if (!ended.IsCompleted)
            {
                await StopAsync(child, ended).ConfigureAwait(false);
            }
        }
    }

    private Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(
            program.File, [.. program.Arguments, .. arguments, "--supervised", "--share", options.Value.ProcessorShare.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // It is to take no more than its own thread.
        start.Environment["DOTNET_gcConcurrent"] = "0";
        var child = Process.Start(start)!;
        Log.Started(logger, work, child.Id);
        return child;
    }

    /// <summary>Reads what the child says: events, and words of what went wrong.</summary>
    private async Task ReadAsync<TEvent>(StreamReader reader, Action<TEvent> onEvent, Queue<string> words)
        where TEvent : class
    {
        while (await reader.ReadLineAsync(CancellationToken.None).ConfigureAwait(false) is { } line)
        {
            if (Parse<TEvent>(line) is { } told)
            {
                onEvent(told);
            }
            else if (line.Length > 0)
            {
                Log.Said(logger, work, line);
                words.Enqueue(line);
                if (words.Count > KeptLines)
                {
                    words.Dequeue();
                }
            }
        }
    }

    private async Task<Ending> WatchAsync(Process child, Task ended, Task reading, CancellationToken cancellationToken)
    {
        var since = clock.GetTimestamp();
        while (true)
        {
            await Task.WhenAny(ended, Task.Delay(Look, clock, cancellationToken)).ConfigureAwait(false);
            if (ended.IsCompleted)
            {
                return Ending.Itself;
            }

            if (reading.IsFaulted)
            {
                // Nobody reads what the child says any more; it would wait for that for ever.
                await reading.ConfigureAwait(false);
            }

            if (cancellationToken.IsCancellationRequested)
            {
                await StopAsync(child, ended).ConfigureAwait(false);
                return Ending.Cancelled;
            }

            if (clock.GetElapsedTime(since).TotalHours > options.Value.MostHours)
            {
                await StopAsync(child, ended).ConfigureAwait(false);
                return Ending.Time;
            }

            if (MemoryOf(child) / Megabyte > options.Value.MostMegabytes)
            {
                child.Kill();
                await ended.ConfigureAwait(false);
                return Ending.Memory;
            }
        }
    }

    /// <summary>Bytes that the child has in memory; 0 where it has just ended.</summary>
    private static long MemoryOf(Process child)
    {
        try
        {
            child.Refresh();
            return child.WorkingSet64;
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            return 0;
        }
    }

    /// <summary>Lets the child note how far it is; kills one that takes too long.</summary>
    private static async Task StopAsync(Process child, Task ended)
    {
        try
        {
            child.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is gone already.
        }

        try
        {
            await ended.WaitAsync(Patience).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            child.Kill();
            await ended.ConfigureAwait(false);
        }
    }

    private static TEvent? Parse<TEvent>(string line)
        where TEvent : class
    {
        try
        {
            return line.StartsWith('{') ? JsonSerializer.Deserialize<TEvent>(line) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private enum Ending
    {
        Itself,
        Cancelled,
        Time,
        Memory,
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Work} in process {Id}")]
        public static partial void Started(ILogger logger, string work, int id);

        [LoggerMessage(LogLevel.Warning, "{Work} says: {Line}")]
        public static partial void Said(ILogger logger, string work, string line);
    }
}
