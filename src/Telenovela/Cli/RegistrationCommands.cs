using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using Telenovela.Bot;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Discord;
using Telenovela.Discord.Registration;
using Telenovela.Discord.Wire;
using Telenovela.Hosting;

namespace Telenovela.Cli;

/// <summary><c>telenovela commands register</c>: tells Discord which slash commands there are.</summary>
internal static class RegistrationCommands
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create() => new("commands", "Slash commands at Discord") { CreateRegister() };

    private static Command CreateRegister()
    {
        var guild = new Option<string?>("--guild") { Description = "Only in this server, where changes show at once (its id)" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would be sent, and send nothing" };
        var command = new Command("register", "Compares the registered commands with ours and overwrites them when something differs")
        {
            guild, dryRun, HostSettings.Data,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var host = BuildHost(parsed);
            if (parsed.GetValue(dryRun))
            {
                var payload = CommandJson.Payload(host.Services.GetRequiredService<ICommandCatalog>().Commands);
                Console.Out.WriteLine(payload.ToJsonString(Indented));
                return ExitCode.Success;
            }

            var registrar = host.Services.GetRequiredService<CommandRegistrar>();
            Report(await registrar.RegisterAsync(GuildId(parsed.GetValue(guild)), dryRun: false, cancellationToken).ConfigureAwait(false));
            return ExitCode.Success;
        });
        return command;
    }

    private static WebApplication BuildHost(ParseResult parsed)
    {
        var builder = TelenovelaHost.CreateBuilder(HostSettings.Arguments(parsed));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddStorageTools();
        builder.Services.AddBot();
        builder.Services.AddModels();
        builder.Services.AddDiscord(builder.Configuration);
        return builder.Build();
    }

    private static ulong? GuildId(string? text) => text switch
    {
        null => null,
        _ when ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) => id,
        _ => throw new UsageException($"--guild takes a server's id, a number; “{text}” is none. In Discord: developer mode on, right click on the server, Copy Server ID."),
    };

    private static void Report(CommandRegistration registration)
    {
        if (!registration.Differs)
        {
            AnsiConsole.MarkupLine("The registered commands are up to date; nothing was sent.");
            return;
        }

        List("added", registration.Added);
        List("changed", registration.Changed);
        List("removed", registration.Removed);
    }

    private static void List(string what, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{what}: {string.Join(", ", names.Select(name => $"/{name}"))}");
        }
    }
}
