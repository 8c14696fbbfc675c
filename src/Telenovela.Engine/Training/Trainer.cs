using System.Diagnostics;
using Telenovela.Engine.Training.Lstm;

namespace Telenovela.Engine.Training;

/// <summary>How far an epoch is: the next piece, from 0, and the loss, in nats, and characters so far.</summary>
internal readonly record struct EpochSoFar(int Piece, double LossSum, long Characters)
{
    public double Nats => LossSum / Math.Max(1, Characters);
}

/// <summary>
/// Truncated back-propagation through time over parallel streams whose state is carried on. AdamW, warm-up and cosine decay of the
/// learning rate, gradients clipped by their norm. <paramref name="lengths"/> are the characters of each token.
/// </summary>
internal sealed class Trainer(LstmNetwork network, TrainingOptions options, int[] lengths, Workers workers)
{
    private const double WarmUpShare = 0.02;
    private const double FinalShare = 0.05;
    private const int EvaluationStreams = 16;
    private const int EvaluationSteps = 128;

    public AdamW Optimizer { get; } = new(network.Parameters, options.WeightDecay, workers);

    /// <summary>One epoch, or what is left of it.</summary>
    /// <param name="streams">Its text.</param>
    /// <param name="epoch">Which, from 1.</param>
    /// <param name="sofar">Where it begins.</param>
    /// <param name="onStep">Called after every update.</param>
    /// <param name="onPause">Called before every update, when the weights are whole.</param>
    /// <param name="cancellationToken">Asked at every update.</param>
    /// <returns>How far it came, and its characters per second. It ends early when it is cancelled or the loss is no number.</returns>
    public (EpochSoFar Reached, double CharactersPerSecond) Train(
        TokenStreams streams, int epoch, EpochSoFar sofar,
        Action<TrainingProgress>? onStep, Action<EpochSoFar> onPause, CancellationToken cancellationToken)
    {
        var total = (long)streams.Pieces * options.Epochs;
        var clock = Stopwatch.StartNew();
        var before = sofar.Characters;
        var state = network.NewState(streams.Streams);
        var regularisation = new Regularisation(options.EffectiveDropout, options.WordDropout, options.WeightDrop);
        while (sofar.Piece < streams.Pieces && !cancellationToken.IsCancellationRequested)
        {
            onPause(sofar);
            var step = ((long)(epoch - 1) * streams.Pieces) + sofar.Piece;
            var random = new Random((int)((options.Seed * 1_000_003) + step));
            using var scope = TorchSharp.torch.NewDisposeScope();
            network.Refresh(regularisation.Weights, random);
            var piece = streams.Piece(sofar.Piece);
            var loss = network.Learn(piece, state, regularisation, random);
            Optimizer.Update(options.LearningRate * Schedule(step, total), options.ClipNorm);
            var characters = CharactersOf(piece);
            sofar = new EpochSoFar(sofar.Piece + 1, sofar.LossSum + loss, sofar.Characters + characters);
            onStep?.Invoke(new TrainingProgress(
                epoch, options.Epochs, step + 1, total, loss / characters, (sofar.Characters - before) / clock.Elapsed.TotalSeconds));
            if (!double.IsFinite(loss))
            {
                break;
            }
        }

        return (sofar, (sofar.Characters - before) / clock.Elapsed.TotalSeconds);
    }

    /// <summary>Mean loss on a text that isn't learned, nats per character, state carried on in each of up to 16 streams.</summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public double Evaluate(int[] ids, CancellationToken cancellationToken)
    {
        network.Refresh(weightDrop: 0, Random.Shared);
        var streams = new TokenStreams(ids, EvaluationStreams, EvaluationSteps);
        var state = network.NewState(streams.Streams);
        var (loss, characters) = (0.0, 0L);
        for (var at = 0; at < streams.Pieces; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var scope = TorchSharp.torch.NewDisposeScope();
            var piece = streams.Piece(at);
            loss += network.Evaluate(piece, state);
            characters += CharactersOf(piece);
        }

        return loss / characters;
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

    private long CharactersOf(TokenPiece piece) => piece.Targets.Sum(target => target < 0 ? 0L : lengths[target]);
}
