namespace Telenovela.Engine.Training;

/// <summary>What an epoch brought.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="TrainNats">Mean training loss, nats per character, with dropout.</param>
/// <param name="HeldOutNats">Loss on the held-out text, nats per character, without dropout.</param>
/// <param name="CharactersPerSecond">Training speed.</param>
public sealed record EpochResult(int Epoch, double TrainNats, double HeldOutNats, double CharactersPerSecond)
{
    /// <summary><see cref="HeldOutNats"/> in bits.</summary>
    public double HeldOutBits => HeldOutNats / Math.Log(2);
}
