using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Telenovela.Benchmarks.Retraining;

/// <summary>Runs <c>telenovela</c> as a process.</summary>
internal static class RetrainingChild
{
    public static Process Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? settings = null, bool quiet = true)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "telenovela.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = quiet,
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        return Process.Start(start)!;
    }

    public static async Task<(int ExitCode, JsonNode? Result, string Errors)> RunAsync(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? settings = null, bool quiet = true)
    {
        using var child = Start(arguments, settings, quiet);
        var errors = quiet ? child.StandardError.ReadToEndAsync() : Task.FromResult("");
        var output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return (child.ExitCode, output.StartsWith('{') ? JsonNode.Parse(output) : null, await errors);
    }
}
