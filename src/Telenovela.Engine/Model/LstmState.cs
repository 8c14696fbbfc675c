using static TorchSharp.torch;

namespace Telenovela.Engine.Model;

/// <summary>What an LSTM carries from one piece of text to the next; each tensor <c>[layers, streams, width]</c>.</summary>
/// <param name="Hidden">The layers' outputs.</param>
/// <param name="Cell">The layers' memories.</param>
public sealed record LstmState(Tensor Hidden, Tensor Cell) : IDisposable
{
    /// <summary>The same numbers without their history, kept beyond the current dispose scope: truncates back-propagation here.</summary>
    public LstmState Detach() => new(Hidden.detach().MoveToOuterDisposeScope(), Cell.detach().MoveToOuterDisposeScope());

    /// <inheritdoc/>
    public void Dispose()
    {
        Hidden.Dispose();
        Cell.Dispose();
    }
}
