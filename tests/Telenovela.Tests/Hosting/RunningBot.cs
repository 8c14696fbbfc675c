using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Telenovela.Tests.Cli;

namespace Telenovela.Tests.Hosting;

/// <summary>The program, running as its host on this machine.</summary>
internal sealed partial class RunningBot : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _log = new();

    private RunningBot(Process process) => _process = process;

    public HttpClient Client { get; } = new();

    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    public static async Task<RunningBot> StartAsync(params string[] arguments)
    {
        var bot = Launch(out var announced, arguments);
        var ended = bot._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (await Task.WhenAny(announced, ended).WaitAsync(TimeSpan.FromMinutes(1)) == announced)
        {
            bot.Client.BaseAddress = new Uri(await announced);
        }

        return bot;
    }

    /// <summary>Starts it without waiting for anything.</summary>
    public static RunningBot Launch(params string[] arguments) => Launch(out _, arguments);

    private static RunningBot Launch(out Task<string> announced, string[] arguments)
    {
        var bot = new RunningBot(TelenovelaProcess.Start(["bot", "--urls", "http://127.0.0.1:0", .. arguments]));
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        announced = ready.Task;
        var address = "";
        void Keep(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (bot._log)
            {
                bot._log.AppendLine(line);
            }

            if (Address().Match(line) is { Success: true } match)
            {
                address = match.Value;
            }

            // The last thing that is said when it starts; the address comes before.
            if (line.Contains("Transport: ", StringComparison.Ordinal))
            {
                ready.TrySetResult(address);
            }
        }

        bot._process.OutputDataReceived += (_, line) => Keep(line.Data);
        bot._process.ErrorDataReceived += (_, line) => Keep(line.Data);
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        return bot;
    }

    /// <summary>Waits until it has said some words, that many times.</summary>
    public async Task UntilAsync(string words, int times = 1)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (Log.Split(words).Length <= times)
        {
            Assert.False(_process.HasExited, Log);
            Assert.False(patience.IsCancellationRequested, $"“{words}” was not said:\n{Log}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Asks it to stop as a supervisor does, and waits.</summary>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        return await ExitAsync();
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1));
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Client.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9][0-9]*")]
    private static partial Regex Address();
}
