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
        var command = new Command(Name, "Runs the bot. Takes the host's usual settings too, for example --urls http://127.0.0.1:5080");
        MakeDefault(command);
        return command;
    }

    /// <summary>Runs the host when <paramref name="command"/> is invoked; words it doesn't know are the host's settings.</summary>
    public static void MakeDefault(Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = parsed.UnmatchedTokens;
            if (settings.Count > 0 && !settings[0].StartsWith("--", StringComparison.Ordinal))
            {
                throw new UsageException($"There is no command “{settings[0]}”.");
            }

            return await TelenovelaHost.RunAsync([.. settings], cancellationToken).ConfigureAwait(false);
        });
    }
}
