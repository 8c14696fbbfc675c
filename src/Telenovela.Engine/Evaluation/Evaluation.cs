namespace Telenovela.Engine.Evaluation;

/// <summary>How well a model foresees a text.</summary>
/// <param name="Nats">Mean loss, nats per character.</param>
/// <param name="Characters">Characters predicted.</param>
public sealed record Evaluation(double Nats, long Characters)
{
    /// <summary>
    /// Characters among them that the model has no token for: where there are many, the loss says nothing about the language.
    /// </summary>
    public long Unknown { get; init; }

    /// <summary>Mean loss, bits per character.</summary>
    public double BitsPerCharacter => Nats / Math.Log(2);
}
