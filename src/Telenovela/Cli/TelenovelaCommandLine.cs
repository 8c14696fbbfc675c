using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace Telenovela.Cli;

/// <summary>The command line: the host by default, and the tools beside it.</summary>
internal static partial class TelenovelaCommandLine
{
    /// <summary>Runs what <paramref name="args"/> ask for.</summary>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        AnsiConsole.Console = Output.On(Console.Out, Console.IsOutputRedirected);
        var parsed = Build().Parse([.. HostSettings.Rewrite(args)], new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            var problems = parsed.Errors.Select(error => TypeName().Replace(error.Message, ".")).Distinct();
            return Refuse(parsed, string.Join(Environment.NewLine, problems));
        }

        if (HostSettings.Misplaced(parsed) is { } misplaced)
        {
            return Refuse(parsed, misplaced);
        }

        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

        // The host sees to signals by itself.
        using var interruption = BotCommand.Runs(parsed) ? null : new Interruption();
        try
        {
            return await parsed.InvokeAsync(configuration, interruption?.Token ?? CancellationToken.None).ConfigureAwait(false);
        }
        catch (UsageException usage)
        {
            return Refuse(parsed, usage.Message);
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
        root.Options.Add(HostSettings.Setting);
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

    private static int Refuse(ParseResult parsed, string message)
    {
        var console = Output.OnStandardError();
        console.MarkupLineInterpolated($"[red]{message}[/]");
        console.WriteLine($"Try `{Path(parsed.CommandResult)} --help`.");
        return ExitCode.Usage;
    }

    private static string Path(CommandResult command) =>
        command.Parent is CommandResult above ? $"{Path(above)} {command.Command.Name}" : "telenovela";

    [GeneratedRegex(@" as expected type '[^']*'\.$", RegexOptions.NonBacktracking)]
    private static partial Regex TypeName();
}
