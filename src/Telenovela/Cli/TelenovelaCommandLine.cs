using System.CommandLine;
using Spectre.Console;

namespace Telenovela.Cli;

/// <summary>The command line: the host by default, and the tools beside it.</summary>
internal static class TelenovelaCommandLine
{
    /// <summary>Runs what <paramref name="args"/> ask for.</summary>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var parsed = Build().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(string.Join(Environment.NewLine, parsed.Errors.Select(error => error.Message).Distinct()));
        }

        // Only the host takes words that the command line doesn't know.
        if (parsed.UnmatchedTokens.Count > 0 && !BotCommand.Runs(parsed))
        {
            return Refuse($"“{parsed.UnmatchedTokens[0]}” is not understood here.");
        }

        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        try
        {
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (UsageException usage)
        {
            return Refuse(usage.Message);
        }
        catch (Exception exception) when (Words.For(exception) is { } words)
        {
            Output.OnStandardError().MarkupLineInterpolated($"[red]{words}[/]");
            return ExitCode.Failure;
        }
    }

    private static RootCommand Build()
    {
        var root = new RootCommand("Telenovela: scenes written by an LSTM that learned from telenovelas. Without a command it runs the bot.");
        BotCommand.MakeDefault(root);
        root.Subcommands.Add(BotCommand.Create());
        root.Subcommands.Add(GenerateCommand.Create());
        root.Subcommands.Add(CorpusCommands.Create());
        root.Subcommands.Add(DatabaseCommands.Create());
        root.Subcommands.Add(TrainCommand.Create());
        root.Subcommands.Add(MeasureCommand.Create());
        root.Subcommands.Add(RetrainCommands.Create());
        root.Subcommands.Add(EvaluateCommand.Create());
        root.Subcommands.Add(BenchCommands.Create());
        root.Subcommands.Add(RegistrationCommands.Create());
        root.Subcommands.Add(HealthCommand.Create());
        return root;
    }

    private static int Refuse(string message)
    {
        var console = Output.OnStandardError();
        console.MarkupLineInterpolated($"[red]{message}[/]");
        console.WriteLine("Try `telenovela --help`.");
        return ExitCode.Usage;
    }
}
