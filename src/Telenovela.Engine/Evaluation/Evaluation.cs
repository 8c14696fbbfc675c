namespace Telenovela.Engine.Evaluation;

/// <summary>How well a model foresees a text.</summary>
/// <param name="Nats">Mean loss, nats per character.</param>
/// <param name="Characters">Characters predicted.</param>
public sealed record Evaluation(double Nats, long Characters)
{
    /// <summary>Mean loss, bits per character.</summary>
    public double BitsPerCharacter => Nats / Math.Log(2);
}
