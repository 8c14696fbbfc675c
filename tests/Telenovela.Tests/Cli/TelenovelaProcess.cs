using System.Diagnostics;
using System.Text;

namespace Telenovela.Tests.Cli;

/// <summary>Runs the program as a person would, in a process of its own.</summary>
internal static class TelenovelaProcess
{
    /// <summary>What the processes of this run keep, so that they never touch a developer's own data.</summary>
    private static readonly string Data = NewDataFolder();

    public static Process Start(params string[] arguments) => Start(new Dictionary<string, string>(), arguments);

    public static Process Start(IReadOnlyDictionary<string, string> settings, params string[] arguments) => Start(settings, withInput: false, arguments);

    /// <summary>Starts it with a standard input that stays open until it is closed.</summary>
    public static Process StartWithInput(params string[] arguments) => Start(new Dictionary<string, string>(), withInput: true, arguments);

    private static Process Start(IReadOnlyDictionary<string, string> settings, bool withInput, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "telenovela.dll"), .. arguments])
        {
            RedirectStandardInput = withInput,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var key in new[] { "Discord__Token", "Discord__PublicKey", "Discord__ApplicationId" })
        {
            start.Environment[key] = "";
        }

        start.Environment["Storage__Directory"] = Data;
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return Process.Start(start)!;
    }

    public static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string>(), arguments);

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        using var process = Start(settings, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    private static string NewDataFolder()
    {
        var folder = Directory.CreateTempSubdirectory("telenovela-test-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
