using System.Diagnostics;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Model;
using Telenovela.Engine.Text;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Telenovela.Engine.Training;

/// <summary>
/// Trains a character LSTM by truncated back-propagation through time over parallel streams whose state is carried on. AdamW,
/// warm-up and cosine decay of the learning rate, gradients clipped by their norm, the weights of the best epoch kept.
/// </summary>
public static class Trainer
{
    private const double WarmUpShare = 0.03;
    private const double FinalShare = 0.05;

    /// <summary>Trains to the end, or until <paramref name="cancellationToken"/> is signalled: then the best weights so far are returned.</summary>
    /// <param name="data">Text.</param>
    /// <param name="options">How.</param>
    /// <param name="onStep">Called after every update.</param>
    /// <param name="onEpoch">Called after every epoch, with the model as it is best so far.</param>
    /// <param name="start">
    /// A model to go on from, instead of fresh weights; its size and vocabulary win over those of <paramref name="options"/>, and the
    /// vocabulary grows by what is new in the text (<see cref="VocabularyGrowth"/>).
    /// </param>
    /// <param name="state">Where the training writes down how far it is, and goes on from when it was stopped; null for nowhere.</param>
    /// <param name="cancellationToken">Asked at every update.</param>
    /// <exception cref="TrainingException">The loss is no number any more before a first epoch ended.</exception>
    /// <exception cref="OperationCanceledException">Stopped before a first epoch ended.</exception>
    /// <exception cref="IOException">The state can't be written.</exception>
    public static TrainedModel Train(
        TrainingData data,
        TrainingOptions options,
        Action<TrainingProgress>? onStep = null,
        Action<TrainedModel>? onEpoch = null,
        Checkpoint? start = null,
        TrainingStateFile? state = null,
        CancellationToken cancellationToken = default)
    {
        var fingerprint = state is null ? "" : TrainingFingerprint.Of(data, options, start);
        var resumed = state?.Load(fingerprint);
        set_num_threads(options.Threads > 0 ? options.Threads : Environment.ProcessorCount);
        random.manual_seed(resumed is null ? options.Seed : HashCode.Combine(options.Seed, resumed.Epoch, resumed.Piece));
        using var scope = NewDisposeScope();
        var grown = start is null || resumed is not null ? null : VocabularyGrowth.Grow(start, data.Train);
        var tokenizer = resumed?.Tokenizer ?? grown?.Tokenizer ?? CharacterTokenizer.FromText(data.Train);
        var shape = resumed?.Shape ?? grown?.Shape ?? new ModelShape(tokenizer.Count, options.Embedding, options.Width, options.Layers);
        using var model = new CharacterLstm(shape, options.EffectiveDropout);
        if ((resumed?.Weights ?? grown?.Weights) is { } weights)
        {
            model.SetWeights(weights);
        }

        using var optimizer = optim.AdamW(model.parameters(), lr: options.LearningRate, weight_decay: options.WeightDecay);
        if (resumed is not null)
        {
            optimizer.load_state_dict(new BinaryReader(new MemoryStream(resumed.Optimizer)));
        }

        using var streams = new TokenStreams(tokenizer.Encode(data.Train), options.Streams, options.Steps);
        var heldOut = tokenizer.Encode(data.HeldOut);
        var best = resumed?.Best;
        var epochs = best?.Epochs.ToList() ?? [];
        for (var epoch = resumed?.Epoch ?? 1; epoch <= options.Epochs; epoch++)
        {
            var from = resumed?.Epoch == epoch ? new PassSoFar(resumed.Piece, resumed.LossSum, resumed.Characters) : new PassSoFar(0, 0, 0);
            var (nats, speed, stopped) = Pass(model, optimizer, streams, options, epoch, from, onStep, WriteDown, cancellationToken);
            var heldOutNats = stopped || !double.IsFinite(nats) ? double.NaN : Measure();
            if (stopped || cancellationToken.IsCancellationRequested || !double.IsFinite(nats))
            {
                return best ?? throw (stopped || cancellationToken.IsCancellationRequested
                    ? new OperationCanceledException("Training was stopped before its first epoch ended, so there is nothing to keep.", cancellationToken)
                    : new TrainingException("The loss is no number any more. Train with a lower learning rate or another seed."));
            }

            epochs.Add(new EpochResult(epoch, nats, heldOutNats, speed));
            if (best is null || epochs[^1].HeldOutNats < best.Best.HeldOutNats)
            {
                best = new TrainedModel(shape, tokenizer, model.CopyWeights(), epochs[^1], epochs);
            }

            best = best with { Epochs = [.. epochs] };
            onEpoch?.Invoke(best);
            WriteDown(epoch + 1, new PassSoFar(0, 0, 0), mustBe: true);
        }

        return best!;

        double Measure()
        {
            try
            {
                return HeldOutLoss.Of(model, heldOut, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return double.NaN;
            }
        }

        void WriteDown(int epoch, PassSoFar pass, bool mustBe)
        {
            if (state is not null && (mustBe || state.IsDue))
            {
                state.Save(new TrainingState(
                    fingerprint, epoch, pass.Piece, pass.LossSum, pass.Characters, tokenizer, shape, model.CopyWeights(), MomentsOf(optimizer), best));
            }
        }
    }

    /// <summary>One epoch, or what is left of it.</summary>
    private static (double Nats, double CharactersPerSecond, bool Stopped) Pass(
        CharacterLstm model,
        optim.Optimizer optimizer,
        TokenStreams streams,
        TrainingOptions options,
        int epoch,
        PassSoFar pass,
        Action<TrainingProgress>? onStep,
        Action<int, PassSoFar, bool> writeDown,
        CancellationToken cancellationToken)
    {
        model.train();
        var total = (long)streams.Pieces * options.Epochs;
        var clock = Stopwatch.StartNew();
        var before = pass.Characters;
        using var scope = NewDisposeScope();
        var state = model.NewState(streams.Streams);
        while (pass.Piece < streams.Pieces)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                writeDown(epoch, pass, true);
                return (pass.LossSum / Math.Max(1, pass.Characters), 0, true);
            }

            writeDown(epoch, pass, false);
            var step = ((long)(epoch - 1) * streams.Pieces) + pass.Piece;
            foreach (var group in optimizer.ParamGroups)
            {
                group.LearningRate = options.LearningRate * Schedule(step, total);
            }

            var (nats, next, count) = Update(model, optimizer, streams.Piece(pass.Piece), state, options.ClipNorm);
            state.Dispose();
            state = next;
            pass = new PassSoFar(pass.Piece + 1, pass.LossSum + (nats * count), pass.Characters + count);
            onStep?.Invoke(new TrainingProgress(epoch, options.Epochs, step + 1, total, nats, (pass.Characters - before) / clock.Elapsed.TotalSeconds));
            if (!double.IsFinite(nats))
            {
                return (nats, 0, false);
            }
        }

        // Measuring takes a while: whoever stops it goes on from here.
        writeDown(epoch, pass, true);
        return (pass.LossSum / pass.Characters, (pass.Characters - before) / clock.Elapsed.TotalSeconds, false);
    }

    private static (double Nats, LstmState State, long Characters) Update(
        CharacterLstm model, optim.Optimizer optimizer, (Tensor Input, Tensor Target) piece, LstmState state, double clipNorm)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        var (logits, next) = model.Read(piece.Input, state);
        var loss = nn.functional.cross_entropy(logits.flatten(0, 1), piece.Target.reshape(-1));
        loss.backward();
        nn.utils.clip_grad_norm_(model.parameters(), clipNorm);
        optimizer.step();
        return (loss.item<float>(), next.Detach(), piece.Target.numel());
    }

    /// <summary>Share of the highest learning rate: linear warm-up, then a cosine down to <see cref="FinalShare"/> (Loshchilov and Hutter 2017).</summary>
    private static double Schedule(long step, long total)
    {
        var warmUp = Math.Max(1, total * WarmUpShare);
        if (step < warmUp)
        {
            return (step + 1) / (warmUp + 1);
        }

        var progress = (step - warmUp) / Math.Max(1, total - warmUp);
        return FinalShare + ((1 - FinalShare) * 0.5 * (1 + Math.Cos(Math.PI * progress)));
    }

    private static byte[] MomentsOf(OptimizerHelper optimizer)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        optimizer.save_state_dict(writer);
        writer.Flush();
        return bytes.ToArray();
    }

    private readonly record struct PassSoFar(int Piece, double LossSum, long Characters);
}
