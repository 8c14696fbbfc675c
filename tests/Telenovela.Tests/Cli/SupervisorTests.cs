using System.Diagnostics;
using Telenovela.Tests.Corpus;

namespace Telenovela.Tests.Cli;

/// <summary>A training that another process looks after.</summary>
public sealed class SupervisorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leaves_Signals_To_Its_Parent_And_Stops_When_That_Closes_The_Input()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var process = await StartAsync();
        await EventAsync(process);

        // A terminal and a service manager send them to the whole group.
        foreach (var signal in new[] { "-INT", "-TERM", "-HUP" })
        {
            using var kill = Process.Start("kill", [signal, $"{process.Id}"]);
            await kill.WaitForExitAsync(Stop);
            await EventAsync(process);
            await EventAsync(process);
        }

        Assert.False(process.HasExited);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Stop);

        Assert.Equal(0, process.ExitCode);
        Assert.True(File.Exists(_folder.At("training.state")));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<Process> StartAsync()
    {
        var text = _folder.At("text.txt");
        await File.WriteAllTextAsync(
            text, string.Concat(Enumerable.Repeat("ANA: No te vayas, amor mio.\nLUIS: Me voy para siempre.\n", 80)), Stop);
        return TelenovelaProcess.StartWithInput(
            "train", "--supervised", "--text", text, "--output", _folder.At("model"), "--state", _folder.At("training.state"), "--epochs", "10000", "--width", "16", "--layers", "1", "--threads", "1");
    }

    private static async Task EventAsync(Process process)
    {
        while (await process.StandardError.ReadLineAsync(Stop) is { } line)
        {
            if (line.StartsWith('{'))
            {
                return;
            }
        }

        Assert.Fail("It stopped.");
    }
}
