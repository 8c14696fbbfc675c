using Telenovela.Engine.Model;
using static TorchSharp.torch;

namespace Telenovela.Engine.Training;

/// <summary>Measures a model in training on text that it doesn't learn.</summary>
internal static class HeldOutLoss
{
    private const int Streams = 16;
    private const int Steps = 256;

    /// <summary>Mean loss over the text, nats per character, state carried on in each of up to 16 streams.</summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static double Of(CharacterLstm model, int[] ids, CancellationToken cancellationToken)
    {
        model.eval();
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        using var streams = new TokenStreams(ids, Streams, Steps);
        var state = model.NewState(streams.Streams);
        double sum = 0;
        for (var piece = 0; piece < streams.Pieces; piece++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var inner = NewDisposeScope();
            var (input, target) = streams.Piece(piece);
            var (logits, next) = model.Read(input, state);
            var loss = nn.functional.cross_entropy(logits.flatten(0, 1), target.reshape(-1), reduction: TorchSharp.torch.nn.Reduction.Sum);
            sum += loss.item<float>();
            state = next.Detach();
        }

        return sum / ((double)streams.Streams * streams.Length);
    }
}
