namespace Telenovela.Benchmarks.Retraining;

/// <summary>An interaction, signed and ready to be sent.</summary>
/// <param name="Kind">What it asks.</param>
/// <param name="Token">By which the bot answers later.</param>
/// <param name="Request">The request.</param>
internal sealed record Asked(AskedKind Kind, string Token, HttpRequestMessage Request)
{
    /// <summary>Whether the acknowledgement is a promise only.</summary>
    public bool IsDeferred => Kind is AskedKind.Generate or AskedKind.Stats;
}
