namespace Telenovela.Bot.Contributions;

/// <summary>What a person agreed to.</summary>
/// <param name="Version">The version of the terms; null if never.</param>
/// <param name="At">When.</param>
/// <param name="WithdrawnAt">When it was withdrawn; null while it stands.</param>
/// <param name="CreditName">The name under which the person wants to be credited; null for a pseudonym.</param>
public sealed record ConsentStatus(int? Version, DateTimeOffset? At, DateTimeOffset? WithdrawnAt, string? CreditName)
{
    /// <summary>Nothing is known of the person.</summary>
    public static ConsentStatus None { get; } = new(null, null, null, null);

    /// <summary>Whether lines may be taken under a version of the terms.</summary>
    /// <param name="version">The version, or an older one.</param>
    public bool Covers(int version) => WithdrawnAt is null && Version >= version;
}
