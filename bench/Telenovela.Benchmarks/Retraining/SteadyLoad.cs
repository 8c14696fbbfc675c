using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Telenovela.Benchmarks.Retraining;

/// <summary>
/// Sends interactions by the clock, whether the ones before were answered or not. An answer's time counts from when its interaction was due,
/// not from when it left: who stalls the sender gains nothing by it ("coordinated omission").
/// </summary>
/// <param name="bot">Has the bot's address.</param>
/// <param name="mix">What to send.</param>
/// <param name="perSecond">How often.</param>
internal sealed class SteadyLoad(HttpClient bot, AskedMix mix, int perSecond)
{
    private const int Ephemeral = 64;

    private readonly ConcurrentQueue<Acknowledgement> _answers = new();
    private readonly List<Task> _underWay = [];
    private readonly TaskCompletionSource _sending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEvent _stopped = new(false);
    private volatile LoadPhase _phase = new(LoadPhase.WarmUp, 0);

    /// <summary>What goes on now.</summary>
    public LoadPhase Phase
    {
        get => _phase;
        set => _phase = value;
    }

    /// <summary>Begins; <see cref="StopAsync"/> ends it.</summary>
    public void Start() => new Thread(Send) { IsBackground = true, Name = "load" }.Start();

    /// <summary>Sends no more and waits for what is under way.</summary>
    public async Task<IReadOnlyList<Acknowledgement>> StopAsync()
    {
        _stopped.Set();
        await _sending.Task;
        await Task.WhenAll(_underWay);
        return [.. _answers];
    }

    private void Send()
    {
        var first = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / perSecond);
        for (var sent = 0L; !_stopped.WaitOne(0); sent++)
        {
            // Made ready while there is time; between two there are milliseconds of it.
            var asked = mix.Next();
            var due = first + (sent * Stopwatch.Frequency / perSecond);
            WaitFor(due);
            _underWay.Add(AskAsync(asked, due, _phase));
        }

        _sending.SetResult();
    }

    /// <summary>Sleeps are up to a millisecond too long, which would be added to every answer's time and flatter a ratio of two; so the rest is spun.</summary>
    private void WaitFor(long due)
    {
        var early = (int)Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due).TotalMilliseconds;
        if (early > 1)
        {
            _stopped.WaitOne(early - 1);
        }

        while (Stopwatch.GetTimestamp() < due)
        {
            Thread.SpinWait(20);
        }
    }

    private async Task AskAsync(Asked asked, long due, LoadPhase phase)
    {
        string? failure;
        byte[] answer = [];
        var late = Stopwatch.GetElapsedTime(due).TotalMilliseconds;
        try
        {
            using var response = await bot.SendAsync(asked.Request);
            answer = await response.Content.ReadAsByteArrayAsync();
            failure = response.IsSuccessStatusCode ? null : $"{(int)response.StatusCode}";
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or IOException)
        {
            failure = exception.Message;
        }

        var milliseconds = Stopwatch.GetElapsedTime(due).TotalMilliseconds;
        _answers.Enqueue(new Acknowledgement(phase, asked.Kind, asked.Token, due, late, milliseconds, failure ?? Judge(asked.Kind, answer)));
    }

    /// <summary>What is wrong with an answer.</summary>
    private static string? Judge(AskedKind kind, byte[] answer)
    {
        using var json = JsonDocument.Parse(answer);
        var root = json.RootElement;
        var type = root.GetProperty("type").GetInt32();
        var isRight = kind switch
        {
            AskedKind.Generate or AskedKind.Stats => type == 5,
            AskedKind.About => type == 4 && root.GetProperty("data").GetProperty("embeds").GetArrayLength() == 1,
            AskedKind.Suggest => type == 8 && root.GetProperty("data").GetProperty("choices").GetArrayLength() > 0,
            _ => type == 4 && root.GetProperty("data") is var data && data.GetProperty("flags").GetInt32() == Ephemeral && data.GetProperty("content").GetString()!.Contains("👍", StringComparison.Ordinal),
        };
        return isRight ? null : $"{kind}: {root.GetRawText()}";
    }
}
