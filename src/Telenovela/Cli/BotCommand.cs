using System.CommandLine;
using Telenovela.Hosting;

namespace Telenovela.Cli;

/// <summary><c>telenovela</c> or <c>telenovela bot</c>: the host.</summary>
internal static class BotCommand
{
    private const string Name = "bot";

    /// <summary>Whether this command line runs the host.</summary>
    public static bool Runs(ParseResult parsed) => parsed.CommandResult.Command is RootCommand or { Name: Name };

    public static Command Create()
    {
        var command = new Command(Name, "Runs the bot, as no command does");
        MakeDefault(command);
        return command;
    }

    /// <summary>Runs the host when <paramref name="command"/> is invoked.</summary>
    public static void MakeDefault(Command command)
    {
        command.Options.Add(HostSettings.Urls);
        command.Options.Add(HostSettings.Data);
        foreach (var other in HostSettings.Others)
        {
            command.Options.Add(other);
        }

        command.SetAction((parsed, cancellationToken) => TelenovelaHost.RunAsync(HostSettings.Arguments(parsed), cancellationToken));
    }
}
