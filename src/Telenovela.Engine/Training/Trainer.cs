using System.Diagnostics;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Model;
using Telenovela.Engine.Text;
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
    /// <param name="cancellationToken">Asked at every update.</param>
    /// <exception cref="TrainingException">The loss is no number any more before a first epoch ended.</exception>
    /// <exception cref="OperationCanceledException">Stopped before a first epoch ended.</exception>
    public static TrainedModel Train(
        TrainingData data,
        TrainingOptions options,
        Action<TrainingProgress>? onStep = null,
        Action<TrainedModel>? onEpoch = null,
        Checkpoint? start = null,
        CancellationToken cancellationToken = default)
    {
        set_num_threads(options.Threads > 0 ? options.Threads : Environment.ProcessorCount);
        random.manual_seed(options.Seed);
        using var scope = NewDisposeScope();
        var grown = start is null ? null : VocabularyGrowth.Grow(start, data.Train);
        var tokenizer = grown?.Tokenizer ?? CharacterTokenizer.FromText(data.Train);
        var shape = grown?.Shape ?? new ModelShape(tokenizer.Count, options.Embedding, options.Width, options.Layers);
        using var model = new CharacterLstm(shape, options.EffectiveDropout);
        if (grown is not null)
        {
            model.SetWeights(grown.Weights);
        }

        using var optimizer = optim.AdamW(model.parameters(), lr: options.LearningRate, weight_decay: options.WeightDecay);
        using var streams = new TokenStreams(tokenizer.Encode(data.Train), options.Streams, options.Steps);
        var heldOut = tokenizer.Encode(data.HeldOut);
        var epochs = new List<EpochResult>();
        TrainedModel? best = null;
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            var (nats, speed, stopped) = Pass(model, optimizer, streams, options, epoch, onStep, cancellationToken);
            if (stopped || !double.IsFinite(nats))
            {
                return best ?? throw (stopped
                    ? new OperationCanceledException("Training was stopped before its first epoch ended, so there is nothing to keep.", cancellationToken)
                    : new TrainingException("The loss is no number any more. Train with a lower learning rate or another seed."));
            }

            epochs.Add(new EpochResult(epoch, nats, HeldOutLoss.Of(model, heldOut), speed));
            if (best is null || epochs[^1].HeldOutNats < best.Best.HeldOutNats)
            {
                best = new TrainedModel(shape, tokenizer, model.CopyWeights(), epochs[^1], epochs);
            }

            best = best with { Epochs = [.. epochs] };
            onEpoch?.Invoke(best);
        }

        return best!;
    }

    /// <summary>One epoch.</summary>
    private static (double Nats, double CharactersPerSecond, bool Stopped) Pass(
        CharacterLstm model,
        optim.Optimizer optimizer,
        TokenStreams streams,
        TrainingOptions options,
        int epoch,
        Action<TrainingProgress>? onStep,
        CancellationToken cancellationToken)
    {
        model.train();
        var total = (long)streams.Pieces * options.Epochs;
        var clock = Stopwatch.StartNew();
        double sum = 0;
        long characters = 0;
        using var scope = NewDisposeScope();
        var state = model.NewState(streams.Streams);
        for (var piece = 0; piece < streams.Pieces; piece++)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return (sum / Math.Max(1, characters), 0, true);
            }

            var step = ((long)(epoch - 1) * streams.Pieces) + piece;
            foreach (var group in optimizer.ParamGroups)
            {
                group.LearningRate = options.LearningRate * Schedule(step, total);
            }

            var (nats, next, count) = Update(model, optimizer, streams.Piece(piece), state, options.ClipNorm);
            state.Dispose();
            state = next;
            sum += nats * count;
            characters += count;
            onStep?.Invoke(new TrainingProgress(epoch, options.Epochs, step + 1, total, nats, characters / clock.Elapsed.TotalSeconds));
            if (!double.IsFinite(nats))
            {
                break;
            }
        }

        return (sum / characters, characters / clock.Elapsed.TotalSeconds, false);
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
}
