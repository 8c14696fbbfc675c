using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Training;

namespace Telenovela.Cli;

/// <summary><c>telenovela train</c>.</summary>
internal static class TrainCommand
{
    /// <summary>Highest learning rate for a model that knows something already: a third, so that it doesn't forget.</summary>
    private const double FurtherLearningRate = 1e-3;

    public static Command Create()
    {
        var defaults = new TrainingOptions();
        var corpus = new Option<DirectoryInfo?>("--corpus") { Description = "Folder of a corpus, of a language or of a telenovela" };
        var text = new Option<FileInfo?>("--text") { Description = "One text file, UTF-8" };
        var output = new Option<DirectoryInfo>("--output") { Description = "Folder of the model to be", Required = true };
        var from = new Option<DirectoryInfo?>("--from") { Description = "Folder of a model to go on from, with its size and vocabulary" };
        var epochs = new Option<int>("--epochs") { Description = "Passes over the text", DefaultValueFactory = _ => defaults.Epochs }.Between(1, 10_000);
        var width = new Option<int>("--width") { Description = "LSTM units a layer", DefaultValueFactory = _ => defaults.Width }.Between(8, 4096);
        var layers = new Option<int>("--layers") { Description = "LSTM layers", DefaultValueFactory = _ => defaults.Layers }.Between(1, 8);
        var dropout = new Option<double?>("--dropout") { Description = "Share of activations dropped while training; by the number of epochs if not given" }.Between(0, 0.95);
        var learningRate = new Option<double?>("--learning-rate")
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"Highest learning rate [default: {defaults.LearningRate}, or {FurtherLearningRate} with --from]"),
        }.Between(1e-8, 1);
        var seed = new Option<long>("--seed") { Description = "The same seed on one thread gives the same weights", DefaultValueFactory = _ => defaults.Seed }.Between(long.MinValue, long.MaxValue);
        var threads = new Option<int>("--threads") { Description = "Threads; 0 for one a processor", DefaultValueFactory = _ => 0 }.Between(0, 1024);
        var half = new Option<bool>("--half") { Description = "Store 16-bit numbers: half the size" };
        var json = CommandExtensions.JsonOption();
        var command = new Command("train", "Trains a language model; Ctrl+C stops and keeps the best so far")
        {
            corpus, text, from, output, epochs, width, layers, dropout, learningRate, seed, threads, half, json,
        };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(corpus) is null) == (result.GetValue(text) is null))
            {
                result.AddError("Name what to train on: either --corpus DIR or --text FILE.");
            }

            if (result.GetValue(from) is not null && (result.GetResult(width) is { Implicit: false } || result.GetResult(layers) is { Implicit: false }))
            {
                result.AddError("--width and --layers are those of the model that --from names: leave them out.");
            }
        });
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var source = parsed.GetValue(text) is { } file ? TrainingSource.FromText(file) : TrainingSource.FromCorpus(parsed.GetValue(corpus)!);
                var start = parsed.GetValue(from) is { } model ? CheckpointFolder.Load(model.FullName) : null;
                var options = new TrainingOptions
                {
                    Epochs = parsed.GetValue(epochs),
                    Embedding = start?.Shape.Embedding ?? defaults.Embedding,
                    Width = start?.Shape.Width ?? parsed.GetValue(width),
                    Layers = start?.Shape.Layers ?? parsed.GetValue(layers),
                    Dropout = parsed.GetValue(dropout),
                    LearningRate = parsed.GetValue(learningRate) ?? (start is null ? defaults.LearningRate : FurtherLearningRate),
                    Seed = parsed.GetValue(seed),
                    Threads = parsed.GetValue(threads),
                };
                return Run(source, options, start, parsed.GetValue(output)!, parsed.GetValue(half), new Output(parsed.GetValue(json)), cancellationToken);
            },
            CancellationToken.None));
        return command;
    }

    private static int Run(
        TrainingSource source,
        TrainingOptions options,
        Checkpoint? start,
        DirectoryInfo directory,
        bool half,
        Output output,
        CancellationToken cancellationToken)
    {
        CheckpointFolder.RequireRoom(directory.FullName);
        var data = TrainingData.Split(source.Texts);
        output.Console.MarkupLineInterpolated(
            $"{data.Train.Length:N0} characters to learn from, {data.HeldOut.Length:N0} held out ({Describe(data.HeldOutNames)}); {options.Layers} × {options.Width}, {options.Epochs} epochs");
        using var progress = new ProgressLine("train");
        var trained = Trainer.Train(
            data,
            options,
            step => progress.Report((double)step.Step / step.Steps, string.Create(
                CultureInfo.InvariantCulture, $"epoch {step.Epoch}/{step.Epochs} · {step.Nats:0.000} nats · {step.CharactersPerSecond:N0} characters/s")),
            best =>
            {
                progress.Clear();
                var epoch = best.Epochs[^1];
                var mark = best.Best == epoch ? " · best so far, saved" : "";
                output.Console.MarkupLineInterpolated(
                    $"epoch {epoch.Epoch,3}: train {epoch.TrainNats:0.0000}, held out {epoch.HeldOutNats:0.0000} nats ({epoch.HeldOutBits:0.0000} bits) a character · {epoch.CharactersPerSecond:N0} characters/s{mark}");
                if (best.Best == epoch)
                {
                    CheckpointFolder.Save(source.ToCheckpoint(best, data, options), directory.FullName, half);
                }
            },
            start,
            cancellationToken);
        progress.Dispose();
        output.Result(
            new Result(
                [.. trained.Epochs.Select(Figures)], Figures(trained.Best), trained.Shape.Parameters, directory.FullName, cancellationToken.IsCancellationRequested),
            console => console.MarkupLineInterpolated(
                $"{(cancellationToken.IsCancellationRequested ? "Stopped. " : "")}The best model, of epoch {trained.Best.Epoch}, with {trained.Best.HeldOutNats:0.0000} nats a character on held-out text, is in {directory.FullName}"));
        return ExitCode.Success;
    }

    private static string Describe(IReadOnlyList<string> heldOut) => heldOut.Count == 0 ? "the last tenth" : string.Join(", ", heldOut);

    private static EpochFigures Figures(EpochResult epoch) => new(epoch.Epoch, epoch.TrainNats, epoch.HeldOutNats, epoch.HeldOutBits, Math.Round(epoch.CharactersPerSecond));

    private sealed record EpochFigures(int Epoch, double TrainNats, double HeldOutNats, double HeldOutBits, double CharactersPerSecond);

    private sealed record Result(IReadOnlyList<EpochFigures> Epochs, EpochFigures Best, long Parameters, string Model, bool Stopped);
}
