using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Models;
using Telenovela.Engine.Tokenizers;
using Telenovela.Engine.Training.Lstm;
using static TorchSharp.torch;

namespace Telenovela.Engine.Training;

/// <summary>
/// A training from its text to the best weights: the tokenizer is learned or grown, the model made or taken up,
/// and the trainer is set to work.
/// </summary>
public static class ModelTraining
{
    /// <summary>
    /// Trains to the end, or until <paramref name="cancellationToken"/> is signalled: then the best weights so far are returned.
    /// </summary>
    /// <param name="data">What is learned, and what is held out to tell which epoch is the best.</param>
    /// <param name="options">The model's size, and how it learns.</param>
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
    public static TrainedModel Run(
        TrainingData data,
        TrainingOptions options,
        Action<TrainingProgress>? onStep = null,
        Action<TrainedModel>? onEpoch = null,
        Checkpoint? start = null,
        TrainingStateFile? state = null,
        CancellationToken cancellationToken = default)
    {
        var threads = options.Threads > 0 ? options.Threads : Environment.ProcessorCount;
        set_num_threads(threads);
        using var noGradient = no_grad();
        var workers = new Workers(threads);
        var fingerprint = state is null ? "" : TrainingFingerprint.Of(data, options, start);
        var resumed = state?.Load(fingerprint);
        var grown = start is null || resumed is not null ? null : VocabularyGrowth.Grow(start, data.Train);
        var tokenizer = resumed?.Tokenizer ?? grown?.Tokenizer
            ?? TokenizerKinds.Learn(options.Tokenizer, data.Train, options.VocabularySize, data.Speakers);
        var shape = resumed?.Shape ?? grown?.Shape
            ?? new ModelShape(tokenizer.Count, options.Embedding, options.Width, options.Layers) { Tied = options.Tied };
        using var network = new LstmNetwork(shape, options.Seed, options.BFloat16 ?? Precision.PrefersBFloat16(shape), workers);
        if ((resumed?.Weights ?? grown?.Weights) is { } weights)
        {
            network.SetWeights(weights);
        }

        var trainer = new Trainer(network, options, tokenizer.Lengths(), workers);
        resumed?.Moments.Restore(trainer.Optimizer);
        var text = new EpochText(tokenizer.Encode(data.Train), data.Train, tokenizer.Decode, options);
        var heldOut = tokenizer.Encode(data.HeldOut);
        if (heldOut.Length < 2 || text.Length < 2)
        {
            throw new TrainingException("There is no text to learn from, or none to measure with. Give more text.");
        }

        var best = resumed?.Best;
        var epochs = best?.Epochs.ToList() ?? [];
        for (var epoch = resumed?.Epoch ?? 1; epoch <= options.Epochs; epoch++)
        {
            var streams = new TokenStreams(text.Epoch(epoch), options.Streams, options.Steps);
            var from = resumed?.Epoch == epoch ? resumed.Reached : default;
            var (reached, speed) = trainer.Train(
                streams, epoch, from, onStep, sofar => Note(epoch, sofar, state?.IsDue == true), cancellationToken);

            // Measuring takes a while, and may be stopped: whoever does so goes on from here.
            Note(epoch, reached, double.IsFinite(reached.Nats));
            var heldOutNats = cancellationToken.IsCancellationRequested || !double.IsFinite(reached.Nats) ? double.NaN : Measure();
            if (cancellationToken.IsCancellationRequested || !double.IsFinite(reached.Nats) || !double.IsFinite(heldOutNats))
            {
                return best ?? throw (cancellationToken.IsCancellationRequested
                    ? new OperationCanceledException(
                        "Training was stopped before its first epoch ended, so there is nothing to keep.", cancellationToken)
                    : new TrainingException("The loss is no number any more. Train with a lower learning rate or another seed."));
            }

            epochs.Add(new EpochResult(epoch, reached.Nats, heldOutNats, speed));
            if (best is null || heldOutNats < best.Best.HeldOutNats)
            {
                best = new TrainedModel(shape, tokenizer, network.CopyWeights(), epochs[^1], epochs);
            }

            best = best with { Epochs = [.. epochs] };
            onEpoch?.Invoke(best);
            Note(epoch + 1, default, mustBe: true);
        }

        return best!;

        double Measure()
        {
            try
            {
                return trainer.Evaluate(heldOut, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return double.NaN;
            }
        }

        void Note(int epoch, EpochSoFar reached, bool mustBe)
        {
            if (state is not null && mustBe)
            {
                state.Save(new TrainingState(
                    fingerprint, epoch, reached, tokenizer, shape, network.CopyWeights(), Moments.Of(trainer.Optimizer), best));
            }
        }
    }
}
