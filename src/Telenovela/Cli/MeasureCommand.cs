using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Telenovela.Bot.Retraining.Gate;
using Telenovela.Bot.Retraining.Training;

namespace Telenovela.Cli;

/// <summary><c>telenovela measure</c>, which the bot's retraining starts for itself.</summary>
internal static class MeasureCommand
{
    public static Command Create()
    {
        var order = new Option<FileInfo>("--order") { Description = "File in which the bot's retraining says what to measure", Required = true };
        var supervised = new Option<bool>("--supervised") { Description = "Report progress as JSON, an object a line, on standard error; let other processes go first; stop when standard input ends" };
        var share = CommandExtensions.ShareOption();
        var json = CommandExtensions.JsonOption();
        var command = new Command("measure", "Measures a model that the bot has trained beside the one in use") { order, supervised, share, json };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                if (parsed.GetValue(supervised))
                {
                    BackgroundPriority.TakeForProcess();
                }

                using var supervisor = parsed.GetValue(supervised) ? new Supervisor(Console.OpenStandardInput()) : null;
                var stop = supervisor?.Stopping ?? cancellationToken;
                Action<double> tell = parsed.GetValue(supervised) ? new MeasuringEvents(Console.Error).Tell : _ => { };
                var pace = new Pace(parsed.GetValue(share), TimeProvider.System);
                var measured = Measuring.Of(
                    MeasuringOrder.Load(parsed.GetValue(order)!.FullName),
                    done =>
                    {
                        tell(done);
                        pace.Rest(stop);
                    },
                    stop);
                new Output(parsed.GetValue(json)).Result(measured, console => Show(console, measured));
                return ExitCode.Success;
            },
            CancellationToken.None));
        return command;
    }

    private static void Show(IAnsiConsole console, Measurement measured) => console.MarkupLineInterpolated(
        CultureInfo.InvariantCulture, $"held-out episodes {measured.HeldOut.Champion:0.0000} → {measured.HeldOut.Challenger:0.0000} nats a character; the rest with --json");
}
