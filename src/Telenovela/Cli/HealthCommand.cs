using System.CommandLine;
using Telenovela.Hosting;

namespace Telenovela.Cli;

/// <summary><c>telenovela health</c>: asks a running bot; for containers that have no shell and no curl.</summary>
internal static class HealthCommand
{
    public static Command Create()
    {
        var command = new Command("health", "Asks a running bot whether it is ready; exit code 0 if so") { HostSettings.Urls };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var address = ListenAddresses.Of(TelenovelaHost.CreateBuilder(HostSettings.Arguments(parsed)).Configuration)[0];
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
            var ready = ListenAddresses.Reach(address, "/health/ready");
            using var response = await client.GetAsync(ready, cancellationToken).ConfigureAwait(false);
            Console.WriteLine(await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
            return response.IsSuccessStatusCode ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }
}
