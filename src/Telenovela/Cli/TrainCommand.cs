using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Telenovela.Corpus.Training;
using Telenovela.Bot.Retraining.Training;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Tokenizers;
using Telenovela.Engine.Training;
using Telenovela.Story.Training;

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
        var library = new Option<string[]>("--text-folder")
        {
            Description = "Folder of text files to read beside the corpus, shuffled in pieces; " +
                "DIR*2 reads it twice, DIR*0.1 a tenth of it",
        };
        var corpusTimes = new Option<double>("--corpus-times")
        {
            Description = "How often the corpus is read beside a library",
            DefaultValueFactory = _ => 1,
        }.Between(0.01, 100);
        var preset = new Option<string?>("--preset")
        {
            Description = $"Sizes and settings that belong together: {string.Join(", ", TrainingPresets.Names)}",
        };
        preset.AcceptOnlyFromAmong([.. TrainingPresets.Names]);
        var tokenizer = new Option<string?>("--tokenizer") { Description = $"Kind of tokens: {string.Join(", ", TokenizerKinds.Names)}" };
        tokenizer.AcceptOnlyFromAmong([.. TokenizerKinds.Names]);
        var vocabulary = new Option<int?>("--vocabulary") { Description = "Most tokens of words or subwords" }.Between(100, 100_000);
        var epochCharacters = new Option<long?>("--epoch-characters")
        {
            Description = "Characters of an epoch; the next one reads on. The whole text by default",
        }.Between(1000L, 1_000_000_000L);
        var prepared = new Option<DirectoryInfo?>("--prepared") { Description = "Folder of a text that the bot's retraining has prepared" };
        var output = new Option<DirectoryInfo>("--output") { Description = "Folder of the model to be", Required = true };
        var from = new Option<DirectoryInfo?>("--from") { Description = "Folder of a model to go on from, with its size and vocabulary" };
        var epochs = new Option<int?>("--epochs") { Description = $"Passes over the text [default: {defaults.Epochs}]" }.Between(1, 10_000);
        var width = new Option<int?>("--width") { Description = $"LSTM units a layer [default: {defaults.Width}]" }.Between(8, 4096);
        var layers = new Option<int?>("--layers") { Description = $"LSTM layers [default: {defaults.Layers}]" }.Between(1, 8);
        var embedding = new Option<int?>("--embedding")
        {
            Description = $"Numbers a token is embedded in [default: {defaults.Embedding}]",
        }.Between(4, 4096);
        var streams = new Option<int?>("--streams")
        {
            Description = $"Streams read side by side [default: {defaults.Streams}]",
        }.Between(1, 4096);
        var weightDrop = new Option<double?>("--weight-drop")
        {
            Description = "Share of the recurrent weights left out while training",
        }.Between(0, 0.95);
        var wordDropout = new Option<double?>("--word-dropout")
        {
            Description = "Share of the vocabulary left out of the input while training",
        }.Between(0, 0.95);
        var dropout = new Option<double?>("--dropout") { Description = "Share of activations dropped while training; by the number of epochs if not given" }.Between(0, 0.95);
        var steps = new Option<int?>("--steps")
        {
            Description = $"Tokens that the gradient flows back; the state is carried further [default: {defaults.Steps}]",
        }.Between(8, 4096);
        var learningRate = new Option<double?>("--learning-rate")
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"Highest learning rate [default: {defaults.LearningRate}, or {FurtherLearningRate} with --from]"),
        }.Between(1e-8, 1);
        var seed = new Option<long>("--seed") { Description = "The same seed on one thread gives the same weights", DefaultValueFactory = _ => defaults.Seed }.Between(long.MinValue, long.MaxValue);
        var threads = new Option<int>("--threads") { Description = "Threads; 0 for one a processor", DefaultValueFactory = _ => 0 }.Between(0, 1024);
        var state = new Option<FileInfo?>("--state") { Description = "File to note every few minutes how far the training is; one that is there is gone on from" };
        var stateMinutes = new Option<double>("--state-minutes") { Description = "Minutes between two notes", DefaultValueFactory = _ => 5 }.Between(0, 1440);
        var supervised = new Option<bool>("--supervised") { Description = "Report progress as JSON, an object a line, on standard error; let other processes go first; stop when standard input ends" };
        var share = CommandExtensions.ShareOption();
        var half = new Option<bool>("--half") { Description = "Store 16-bit numbers: half the size" };
        var json = CommandExtensions.JsonOption();
        var command = new Command("train", "Trains a language model; Ctrl+C stops and keeps the best so far")
        {
            corpus, corpusTimes, text, library, prepared, from, output, preset, tokenizer, vocabulary, epochs, epochCharacters,
            width, layers, embedding, streams, dropout, weightDrop, wordDropout, steps, learningRate, seed, threads,
            state, stateMinutes, supervised, share, half, json,
        };
        command.Validators.Add(result =>
        {
            var sources = new FileSystemInfo?[] { result.GetValue(corpus), result.GetValue(text), result.GetValue(prepared) }
                .Count(named => named is not null);
            var hasLibrary = result.GetValue(library) is { Length: > 0 };
            if (hasLibrary ? result.GetValue(text) is not null || result.GetValue(prepared) is not null : sources != 1)
            {
                result.AddError("Name what to train on: --corpus DIR, --text FILE, or --text-folder DIR with or without a corpus.");
            }

            var shaping = new Option[] { width, layers, embedding, tokenizer, vocabulary };
            if (result.GetValue(from) is not null && shaping.Any(option => result.GetResult(option) is { Implicit: false }))
            {
                result.AddError(
                    "--width, --layers, --embedding, --tokenizer and --vocabulary are those of the model that --from names: " +
                    "leave them out.");
            }
        });
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                if (parsed.GetValue(supervised))
                {
                    BackgroundPriority.TakeForProcess();
                }

                var folders = (parsed.GetValue(library) ?? []).Select(LibraryFolder).ToList();
                var source = folders.Count > 0 ? TrainingSource.FromLibrary(folders, parsed.GetValue(corpus), parsed.GetValue(corpusTimes))
                    : parsed.GetValue(text) is { } file ? TrainingSource.FromText(file)
                    : parsed.GetValue(prepared) is { } folder ? PreparedTraining.Load(folder.FullName)
                    : TrainingSource.FromCorpus(parsed.GetValue(corpus)!);
                var start = parsed.GetValue(from) is { } model ? CheckpointFolder.Load(model.FullName) : null;
                var basis = parsed.GetValue(preset) is { } name ? TrainingPresets.Get(name) : defaults;
                var options = basis with
                {
                    Epochs = parsed.GetValue(epochs) ?? basis.Epochs,
                    EpochCharacters = parsed.GetValue(epochCharacters) ?? basis.EpochCharacters,
                    PieceStart = source.Learned.Count > 0 || folders.Count > 0 ? TrainingText.HeaderMark : "",
                    PieceLines = folders.Count > 0 || basis.PieceLines > 0 ? TrainingSource.LibraryPieceLines : 0,
                    Tokenizer = start?.Tokenizer.Kind ?? parsed.GetValue(tokenizer) ?? basis.Tokenizer,
                    VocabularySize = parsed.GetValue(vocabulary) ?? basis.VocabularySize,
                    Embedding = start?.Shape.Embedding ?? parsed.GetValue(embedding) ?? basis.Embedding,
                    Width = start?.Shape.Width ?? parsed.GetValue(width) ?? basis.Width,
                    Layers = start?.Shape.Layers ?? parsed.GetValue(layers) ?? basis.Layers,
                    Tied = start?.Shape.Tied ?? basis.Tied,
                    Dropout = parsed.GetValue(dropout) ?? basis.Dropout,
                    WeightDrop = parsed.GetValue(weightDrop) ?? basis.WeightDrop,
                    WordDropout = parsed.GetValue(wordDropout) ?? basis.WordDropout,
                    Streams = parsed.GetValue(streams) ?? basis.Streams,
                    Steps = parsed.GetValue(steps) ?? basis.Steps,
                    LearningRate = parsed.GetValue(learningRate) ?? (start is null ? basis.LearningRate : FurtherLearningRate),
                    Seed = parsed.GetValue(seed),
                    Threads = parsed.GetValue(threads),
                };
                var noted = parsed.GetValue(state) is { } path
                    ? new TrainingStateFile(path.FullName, TimeSpan.FromMinutes(parsed.GetValue(stateMinutes)), TimeProvider.System)
                    : null;
                using var supervisor = parsed.GetValue(supervised) ? new Supervisor(Console.OpenStandardInput()) : null;
                using var sole = noted is null ? null : supervisor?.Claim(noted.Path);
                var console = new Output(parsed.GetValue(json));
                using ITrainingReport report = parsed.GetValue(supervised) ? new TrainingEvents(Console.Error) : new TrainingProgressLines(console, options);
                return Run(source, options, start, noted, parsed.GetValue(output)!, parsed.GetValue(half), console, report, new Pace(parsed.GetValue(share), TimeProvider.System), supervisor?.Stopping ?? cancellationToken);
            },
            CancellationToken.None));
        return command;
    }

    /// <summary><c>DIR</c> or <c>DIR*TIMES</c>.</summary>
    private static (DirectoryInfo Folder, double Times) LibraryFolder(string written)
    {
        var star = written.LastIndexOf('*');
        return star < 0 ? (new DirectoryInfo(written), 1)
            : star > 0 && CommandExtensions.TryRead<double>(written[(star + 1)..], out var times) && times is > 0 and <= 100
                ? (new DirectoryInfo(written[..star]), times)
            : throw new UsageException(
                $"--text-folder takes DIR or DIR*TIMES, with a number above 0 and at most 100; “{written}” is neither.");
    }

    private static int Run(
        PreparedTraining source,
        TrainingOptions options,
        Checkpoint? start,
        TrainingStateFile? state,
        DirectoryInfo directory,
        bool half,
        Output output,
        ITrainingReport report,
        Pace pace,
        CancellationToken cancellationToken)
    {
        CheckpointFolder.RequireRoom(directory.FullName);
        report.Begin(source.Data);
        var curve = report is TrainingProgressLines ? new TrainingCurve(source.Data) : null;
        var trained = ModelTraining.Run(
            source.Data,
            options,
            step =>
            {
                report.Step(step);
                pace.Rest(cancellationToken);
            },
            best =>
            {
                if (best.Best == best.Epochs[^1])
                {
                    CheckpointFolder.Save(
                        source.ToCheckpoint(best, options, TimeProvider.System.GetUtcNow(), start?.Lexicon), directory.FullName, half);
                }

                curve?.Write(directory.FullName, best.Epochs);
                report.Epoch(best);
            },
            start,
            state,
            cancellationToken);
        if (!cancellationToken.IsCancellationRequested)
        {
            // A training that went on from its last note may have ended its best epoch before.
            CheckpointFolder.Save(
                source.ToCheckpoint(trained, options, TimeProvider.System.GetUtcNow(), start?.Lexicon), directory.FullName, half);
            state?.Delete();
        }

        report.End();
        output.Result(
            new Result(
                [.. trained.Epochs.Select(Figures)], Figures(trained.Best), trained.Shape.Parameters, directory.FullName, cancellationToken.IsCancellationRequested),
            console => console.MarkupLineInterpolated(
                $"{(cancellationToken.IsCancellationRequested ? "Stopped. " : "")}The best model, of epoch {trained.Best.Epoch}, with {trained.Best.HeldOutNats:0.0000} nats a character on held-out text, is in {directory.FullName}"));
        return ExitCode.Success;
    }

    private static EpochFigures Figures(EpochResult epoch) => new(epoch.Epoch, epoch.TrainNats, epoch.HeldOutNats, epoch.HeldOutBits, Math.Round(epoch.CharactersPerSecond));

    private sealed record EpochFigures(int Epoch, double TrainNats, double HeldOutNats, double HeldOutBits, double CharactersPerSecond);

    private sealed record Result(IReadOnlyList<EpochFigures> Epochs, EpochFigures Best, long Parameters, string Model, bool Stopped);
}
