namespace Telenovela.Engine.Sampling;

/// <summary>What was sampled.</summary>
/// <param name="Text">The text, as long as was asked.</param>
/// <param name="Elapsed">How long it took, reading context and prompt included.</param>
public sealed record SampledText(string Text, TimeSpan Elapsed);
