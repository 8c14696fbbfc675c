using System.CommandLine;
using Telenovela.Hosting;

namespace Telenovela.Cli;

/// <summary><c>telenovela health</c>: asks a running bot; for containers that have no shell and no curl.</summary>
internal static class HealthCommand
{
    public static Command Create()
    {
        var url = new Option<Uri>("--url")
        {
            Description = "Where the bot listens",
            DefaultValueFactory = _ => new Uri(TelenovelaHost.DefaultUrl),
        };
        var command = new Command("health", "Asks a running bot whether it is ready; exit code 0 if so") { url };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
            using var response = await client.GetAsync(new Uri(parsed.GetValue(url)!, "/health/ready"), cancellationToken).ConfigureAwait(false);
            Console.WriteLine(await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
            return response.IsSuccessStatusCode ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }
}
