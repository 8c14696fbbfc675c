namespace Telenovela.Bot.Contributions;

/// <summary>What equal and nearly equal lines have in common.</summary>
/// <param name="ExactHash">SHA-256 of the normalised text, 64 lower-case hexadecimal digits: equal for lines that differ in spelling only.</param>
/// <param name="Bands">Hashes of the bands of the text's MinHash signature: lines that share one are nearly equal, probably. Opaque to the store.</param>
public sealed record ContributionFingerprint(string ExactHash, IReadOnlyList<long> Bands);
