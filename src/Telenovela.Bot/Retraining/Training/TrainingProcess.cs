using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Retraining.Reports;

namespace Telenovela.Bot.Retraining.Training;

/// <summary>
/// Trains with <c>telenovela train</c> in a child process of the lowest priority: what training takes, it gives back when it ends, and what
/// goes wrong in it leaves the bot alone. The child stops when its standard input ends, and so also when the bot is killed.
/// </summary>
/// <param name="program">This program.</param>
/// <param name="options">Limits.</param>
/// <param name="clock">Measures time.</param>
/// <param name="logger">Told of what the child says.</param>
public sealed partial class TrainingProcess(
    TelenovelaProgram program, IOptions<RetrainingOptions> options, TimeProvider clock, ILogger<TrainingProcess> logger) : ITrainingProcess
{
    private const int Megabyte = 1024 * 1024;
    private const int KeptLines = 8;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>A child notes how far it is within a second or two; longer than this, and the supervisor of the bot loses patience.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(7);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EpochFigures>> TrainAsync(TrainingOrder order, Action<TrainingEvent> onEvent, CancellationToken cancellationToken)
    {
        using var child = Start(order);
        var words = new Queue<string>();
        var output = child.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = ReadAsync(child.StandardError, onEvent, words);
        var problem = await WatchAsync(child, cancellationToken).ConfigureAwait(false);
        await errors.ConfigureAwait(false);
        var result = await output.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (problem == Ending.Memory)
        {
            throw new RetrainingException($"Training took more than {options.Value.MostMegabytes} MB of memory and was ended. Raise Retraining:MostMegabytes, or train smaller models.");
        }

        if (problem == Ending.Time && !Directory.Exists(order.Output))
        {
            throw new RetrainingException(string.Create(
                CultureInfo.InvariantCulture, $"Training had not ended its first pass after {options.Value.MostHours} hours and was stopped. Raise Retraining:MostHours, or lower Retraining:RehearsalCharacters."));
        }

        return problem == Ending.Time || child.ExitCode == 0
            ? EpochsOf(result)
            : throw new RetrainingException($"Training failed with exit code {child.ExitCode}: {(words.Count == 0 ? "it said nothing" : string.Join(" ", words))}");
    }

    private Process Start(TrainingOrder order)
    {
        var settings = options.Value;
        string[] arguments =
        [
            .. program.Arguments, "train", "--supervised", "--json", "--half", "--prepared", order.Text, "--from", order.From, "--output", order.Output, "--state", order.State,
            "--state-minutes", Number(settings.CheckpointMinutes), "--epochs", Number(settings.Epochs), "--learning-rate", Number(settings.LearningRate),
            "--threads", Number(settings.Threads), "--seed", Number(order.Seed),
        ];
        var child = Process.Start(new ProcessStartInfo(program.File, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Log.Started(logger, child.Id);
        return child;
    }

    /// <summary>Reads what the child says: events, and words of what went wrong.</summary>
    private async Task ReadAsync(StreamReader reader, Action<TrainingEvent> onEvent, Queue<string> words)
    {
        while (await reader.ReadLineAsync(CancellationToken.None).ConfigureAwait(false) is { } line)
        {
            if (Parse(line) is { } told)
            {
                onEvent(told);
            }
            else if (line.Length > 0)
            {
                Log.Said(logger, line);
                words.Enqueue(line);
                if (words.Count > KeptLines)
                {
                    words.Dequeue();
                }
            }
        }
    }

    private async Task<Ending> WatchAsync(Process child, CancellationToken cancellationToken)
    {
        var since = clock.GetTimestamp();
        var ended = child.WaitForExitAsync(CancellationToken.None);
        while (true)
        {
            await Task.WhenAny(ended, Task.Delay(Look, clock, cancellationToken)).ConfigureAwait(false);
            if (ended.IsCompleted)
            {
                return Ending.Itself;
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

            child.Refresh();
            if (!child.HasExited && child.WorkingSet64 / Megabyte > options.Value.MostMegabytes)
            {
                child.Kill();
                await ended.ConfigureAwait(false);
                return Ending.Memory;
            }
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

    private static TrainingEvent? Parse(string line)
    {
        try
        {
            return line.StartsWith('{') ? JsonSerializer.Deserialize<TrainingEvent>(line) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IReadOnlyList<EpochFigures> EpochsOf(string output)
    {
        try
        {
            return JsonSerializer.Deserialize<Result>(output, Json)?.Epochs ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    private enum Ending
    {
        Itself,
        Cancelled,
        Time,
        Memory,
    }

    private sealed record Result(IReadOnlyList<EpochFigures> Epochs);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Training in process {Id}")]
        public static partial void Started(ILogger logger, int id);

        [LoggerMessage(LogLevel.Warning, "Training says: {Line}")]
        public static partial void Said(ILogger logger, string line);
    }
}
