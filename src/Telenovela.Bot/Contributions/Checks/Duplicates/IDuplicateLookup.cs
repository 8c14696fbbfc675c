namespace Telenovela.Bot.Contributions.Checks.Duplicates;

/// <summary>Finds texts that may be the same as another. The store implements it for contributions.</summary>
public interface IDuplicateLookup
{
    /// <summary>Texts with the same exact hash, or with a band in common.</summary>
    /// <param name="fingerprint">The fingerprint of the text asked about.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>Candidates in no particular order; those that share most bands first where there are too many to return them all.</returns>
    ValueTask<IReadOnlyList<DuplicateCandidate>> FindAsync(ContributionFingerprint fingerprint, CancellationToken cancellationToken);
}
