using System.Diagnostics;
using System.Globalization;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Training;
using Telenovela.Engine.Models;
using Telenovela.Engine.Tokenizers;
using Telenovela.Engine.Training;
using Telenovela.Tests.Engine;
using static TorchSharp.torch;

namespace Telenovela.Benchmarks.Training;

/// <summary>
/// Tokens a second of our trainer (in bfloat16 where the processor has it, and in 32 bits), of a bare loop over torch's own modules with
/// its AdamW, and of PyTorch where <c>python3</c> has it: the same network (<c>--preset base</c>, untied, since torch's modules are), the
/// same batches, one after the other, three times.
/// </summary>
internal static class TrainSpeed
{
    private const int Rounds = 3;

    public static int Run(string corpus, int seconds, int threads)
    {
        var text = string.Concat(TrainingText.Of(CorpusFolder.Load(corpus)).Select(episode => episode.Text));
        var data = TrainingData.Split([new NamedText("corpus", text)]);
        var options = TrainingPresets.Get("base") with { Tied = false, Threads = threads, Epochs = 1000, Dropout = 0.1, PieceLines = 0 };
        var tokenizer = TokenizerKinds.Learn(options.Tokenizer, data.Train, options.VocabularySize, []);
        var tokens = tokenizer.Encode(data.Train);
        var perToken = (double)data.Train.Length / tokens.Length;
        var shape = new ModelShape(tokenizer.Count, options.Embedding, options.Width, options.Layers);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{shape.Parameters:N0} weights, {options.Streams} × {options.Steps} tokens an update, " +
            $"{perToken:0.00} characters a token, {threads} threads"));
        var measured = new Dictionary<string, List<double>>();
        for (var round = 0; round < Rounds; round++)
        {
            if (Precision.HasBFloat16)
            {
                Note("ours, bfloat16", Ours(data, options with { BFloat16 = true }, seconds) / perToken);
            }

            Note("ours, 32-bit", Ours(data, options with { BFloat16 = false }, seconds) / perToken);
            Note("TorchSharp, bare loop", BareTorch(shape, tokens, options, seconds, threads));
            if (PyTorch(shape, options, seconds, threads) is { } python)
            {
                Note("PyTorch", python);
            }
        }

        var baseline = measured.GetValueOrDefault("PyTorch") ?? measured["TorchSharp, bare loop"];
        foreach (var (name, speeds) in measured)
        {
            var median = Median(speeds);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-22} {median,8:N0} tokens/s {median * perToken,9:N0} characters/s  {median / Median(baseline):0.00} ×"));
        }

        return 0;

        void Note(string name, double speed) => (measured.TryGetValue(name, out var speeds) ? speeds : measured[name] = []).Add(speed);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>Characters a second.</summary>
    private static double Ours(TrainingData data, TrainingOptions options, int seconds)
    {
        using var stop = new CancellationTokenSource();
        var (clock, first, last) = (new Stopwatch(), 0L, 0.0);
        try
        {
            ModelTraining.Run(
                data,
                options,
                step =>
                {
                    if (++first == 3)
                    {
                        clock.Start();
                    }

                    last = step.CharactersPerSecond;
                    if (clock.Elapsed.TotalSeconds > seconds)
                    {
                        stop.Cancel();
                    }
                },
                cancellationToken: stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Enough.
        }

        return last;
    }

    private static double BareTorch(ModelShape shape, int[] tokens, TrainingOptions options, int seconds, int threads)
    {
        set_num_threads(threads);
        using var gradients = enable_grad();
        using var model = new TorchModel(shape, Models.SmallModels.RandomWeights(shape, 1));
        using var optimizer = optim.AdamW(model.Parameters, options.LearningRate);
        var state = new (Tensor, Tensor)?[shape.Layers];
        var (done, clock) = (0L, new Stopwatch());
        for (var at = 0; clock.Elapsed.TotalSeconds < seconds; at++)
        {
            if (at == 3)
            {
                clock.Start();
            }

            using var scope = NewDisposeScope();
            var piece = options.Streams * options.Steps;
            var start = at * piece % (tokens.Length - piece - 1);
            optimizer.zero_grad();
            var loss = nn.functional.cross_entropy(
                model.Read(tokens[start..(start + piece)], options.Streams, state),
                tensor(tokens[(start + 1)..(start + piece + 1)].Select(id => (long)id).ToArray()));
            loss.backward();
            nn.utils.clip_grad_norm_(model.Parameters, 1);
            optimizer.step();
            for (var layer = 0; layer < state.Length; layer++)
            {
                var (hidden, cell) = state[layer]!.Value;
                using (hidden)
                using (cell)
                {
                    state[layer] = (hidden.detach().DetachFromDisposeScope(), cell.detach().DetachFromDisposeScope());
                }
            }

            done += at >= 3 ? piece : 0;
        }

        return done / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Null where there is no PyTorch.</summary>
    private static double? PyTorch(ModelShape shape, TrainingOptions options, int seconds, int threads)
    {
        var script = string.Create(CultureInfo.InvariantCulture, $"""
            import time, torch
            torch.set_num_threads({threads})
            V, E, W, L, B, T = {shape.Vocabulary}, {shape.Embedding}, {shape.Width}, {shape.Layers}, {options.Streams}, {options.Steps}
            embedding, lstm, linear = torch.nn.Embedding(V, E), torch.nn.LSTM(E, W, L), torch.nn.Linear(W, V)
            parameters = [*embedding.parameters(), *lstm.parameters(), *linear.parameters()]
            optimizer = torch.optim.AdamW(parameters, lr={options.LearningRate})
            state, done, start, at = None, 0, 0, 0
            while at < 3 or time.time() - start < {seconds}:
                if at == 3: start = time.time()
                x, y = torch.randint(V, (T, B)), torch.randint(V, (T * B,))
                out, state = lstm(embedding(x), state)
                state = tuple(s.detach() for s in state)
                loss = torch.nn.functional.cross_entropy(linear(out).flatten(0, 1), y)
                optimizer.zero_grad(); loss.backward(); torch.nn.utils.clip_grad_norm_(parameters, 1.0); optimizer.step()
                if at >= 3: done += B * T
                at += 1
            print(done / (time.time() - start))
            """);
        try
        {
            using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", script]) { RedirectStandardOutput = true });
            var printed = python!.StandardOutput.ReadToEnd();
            python.WaitForExit();
            return python.ExitCode == 0 ? double.Parse(printed, CultureInfo.InvariantCulture) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
