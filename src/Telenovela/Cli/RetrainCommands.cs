using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Hosting;

namespace Telenovela.Cli;

/// <summary><c>telenovela retrain</c>: what the bot does at night, by hand; the bot may be running and takes the new models over.</summary>
internal static class RetrainCommands
{
    private const int HistoryLength = 20;

    private static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan CancelPause = TimeSpan.FromMilliseconds(200);

    public static Command Create()
    {
        var json = CommandExtensions.JsonOption();
        var command = new Command("retrain", "Learns the approved lines now; Ctrl+C interrupts, the next call goes on")
        {
            HostSettings.Data, json, CreateStatus(), CreateCancel(), CreateHistory(), CreateRollBack(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var tools = Build(parsed);
            await StorageTools.OpenAsync(tools, cancellationToken).ConfigureAwait(false);
            var runs = tools.Services.GetRequiredService<RetrainingRuns>();
            RunSummary? ended;
            using (var line = new ProgressLine("retrain"))
            {
                runs.ProgressChanged += () => Show(runs.Progress, line);
                ended = await runs.RunAsync(new RunRequest(RunTrigger.CommandLine), CancellationToken.None, cancellationToken).ConfigureAwait(false);
            }

            var summary = ended ?? throw new FailureException("Another process is retraining these models. `telenovela retrain history` shows what comes of it.");
            new Output(parsed.GetValue(json)).Result(summary, console => Show(console, summary));
            return summary.State is RunState.Failed ? ExitCode.Failure : ExitCode.Success;
        });
        return command;
    }

    private static Command CreateStatus()
    {
        var json = CommandExtensions.JsonOption();
        var command = new Command("status", "How far the run is that is under way, here or in the bot; else how the last one ended")
        {
            HostSettings.Data, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var tools = Build(parsed);
            await StorageTools.OpenAsync(tools, cancellationToken).ConfigureAwait(false);
            var progress = tools.Services.GetRequiredService<SharedRun>().Progress;
            var last = await tools.Services.GetRequiredService<TrainingRunStore>().HistoryAsync(1, cancellationToken).ConfigureAwait(false) is [var newest] ? newest : null;
            new Output(parsed.GetValue(json)).Result(new { Progress = progress, Last = last }, console => Show(console, progress, last));
            return ExitCode.Success;
        });
        return command;
    }

    private static Command CreateCancel()
    {
        var json = CommandExtensions.JsonOption();
        var command = new Command("cancel", "Stops the run that is under way, here or in the bot; the models in use stay")
        {
            HostSettings.Data, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var tools = Build(parsed);
            await StorageTools.OpenAsync(tools, cancellationToken).ConfigureAwait(false);
            var shared = tools.Services.GetRequiredService<SharedRun>();
            if (shared.Progress is not { } progress || !shared.Cancel())
            {
                throw new FailureException("No run is under way.");
            }

            for (var waited = TimeSpan.Zero; waited < CancelPatience && shared.Progress?.RunId == progress.RunId; waited += CancelPause)
            {
                await Task.Delay(CancelPause, cancellationToken).ConfigureAwait(false);
            }

            var run = await tools.Services.GetRequiredService<TrainingRunStore>().FindAsync(progress.RunId, cancellationToken).ConfigureAwait(false);
            new Output(parsed.GetValue(json)).Result(run!, console => Show(console, run!));
            return run!.State == RunState.Cancelled ? ExitCode.Success : throw new FailureException("It hasn't stopped yet. What is being published can only be rolled back, once it is.");
        });
        return command;
    }

    private static Command CreateHistory()
    {
        var json = CommandExtensions.JsonOption();
        var command = new Command("history", "The last runs with their figures; one that is under way, too") { HostSettings.Data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var tools = Build(parsed);
            await StorageTools.OpenAsync(tools, cancellationToken).ConfigureAwait(false);
            var history = await tools.Services.GetRequiredService<TrainingRunStore>().HistoryAsync(HistoryLength, cancellationToken).ConfigureAwait(false);
            new Output(parsed.GetValue(json)).Result(
                new { Runs = history },
                console =>
                {
                    foreach (var run in history)
                    {
                        Show(console, run);
                    }

                    console.WriteLine(history.Count == 0 ? "There has been no run yet." : "");
                });
            return ExitCode.Success;
        });
        return command;
    }

    private static Command CreateRollBack()
    {
        var json = CommandExtensions.JsonOption();
        var command = new Command("rollback", "Puts the models before to use again; a running bot follows within seconds")
        {
            HostSettings.Data, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var tools = Build(parsed);
            await StorageTools.OpenAsync(tools, cancellationToken).ConfigureAwait(false);
            var summary = await tools.Services.GetRequiredService<RollBack>().DoAsync(null, cancellationToken).ConfigureAwait(false);
            new Output(parsed.GetValue(json)).Result(summary, console => console.MarkupLineInterpolated($"In use now: {summary.Generation ?? "the shipped models"}"));
            return ExitCode.Success;
        });
        return command;
    }

    private static WebApplication Build(ParseResult parsed) => StorageTools.Build(
        parsed,
        services =>
        {
            services.AddModelTools();
            services.AddSingleton(OwnProgram.Find());
            services.AddRetrainingTools();
        });

    private static void Show(RetrainingProgress? progress, ProgressLine line)
    {
        if (progress is not null)
        {
            line.Report(progress.Share, Words(progress));
        }
    }

    private static void Show(IAnsiConsole console, RetrainingProgress? progress, RunSummary? last)
    {
        if (progress is not null)
        {
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"[bold]{progress.Started:u} {progress.Trigger}: {progress.Share:P0}[/] {Words(progress)}{(progress.Left is { } left ? $", this stage about {Math.Ceiling(left.TotalMinutes)} min more" : "")}");
        }
        else if (last is null)
        {
            console.WriteLine("There has been no run yet.");
        }
        else
        {
            Show(console, last);
            console.WriteLine(last.State == RunState.Running ? "It was interrupted, and goes on when the bot starts or with `telenovela retrain`." : "");
        }
    }

    private static string Words(RetrainingProgress progress) => string.Create(
        CultureInfo.InvariantCulture,
        $"{progress.Stage} {progress.Model}{(progress.Epoch is { } epoch ? $" epoch {epoch}/{progress.Epochs}" : "")}{(progress.HeldOutNats is { } nats ? $" held-out {nats:0.0000}" : "")}");

    private static void Show(IAnsiConsole console, RunSummary run)
    {
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{run.StartedAt:u} {run.Trigger}: {run.State}[/] {run.Report.Skipped}{run.Report.Failure}{(run.Generation is { } id ? $" {id}" : "")}");
        foreach (var model in run.Report.Models)
        {
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"  {model.Model}: {model.NewLines} new lines of {model.Lines}{(model.NewCharacters.Length > 0 ? $", new characters {model.NewCharacters}" : "")}");
            if (model.HeldOut is { } heldOut)
            {
                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"    held-out episodes {heldOut.Champion:0.0000} → {heldOut.Challenger:0.0000} nats a character");
            }

            if (model.HeldOutLines is { } lines)
            {
                console.MarkupLineInterpolated(
                    CultureInfo.InvariantCulture,
                    $"    held-out contributions ({lines.Lines}) {lines.Champion:0.0000} → {lines.Challenger:0.0000}, standard error of the difference {lines.StandardError:0.0000}");
            }

            if (model.Failure is { } failure)
            {
                console.MarkupLineInterpolated($"    FAILED: {failure}");
            }

            foreach (var finding in model.Findings)
            {
                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"    {(finding.Passed ? "passed" : "FAILED")} {WordFor(finding.Rule)}: {finding.Value:0.####} (limit {finding.Limit:0.####})");
            }
        }
    }

    private static string WordFor(GateRule rule) => rule switch
    {
        GateRule.Finite => "losses that are no numbers",
        GateRule.HeldOutEpisodes => "held-out episodes, worse by",
        GateRule.Drift => "held-out episodes, worse than the shipped model by",
        GateRule.HeldOutContributions => "held-out contributions, worse by",
        GateRule.Endings => "texts that end their lines",
        GateRule.KnownWords => "share of known words",
        GateRule.Copies => "longest copy from the training text",
        GateRule.Lineage => "lines learned that may no longer be",
        GateRule.Exposure => "exposure of lines taken back",
        _ => rule.ToString(),
    };
}
