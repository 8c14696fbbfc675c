using System.Runtime.InteropServices;

namespace Telenovela.Bot.Contributions.Checks.Duplicates;

/// <summary>An index in memory of texts by hash and bands. Safe for any number of readers once it is built; adding is for one thread at a time.</summary>
public sealed class NearDuplicateIndex(DuplicateOrigin origin) : IDuplicateLookup
{
    /// <summary>The most candidates that one question gets: those that share most bands.</summary>
    public const int MostCandidates = 64;

    private const int LongestBucket = 2000;

    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _byHash = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<int>> _byBand = [];

    /// <summary>How many different texts there are.</summary>
    public int Count => _texts.Count;

    /// <summary>Adds a text; one that has the same normal form as an earlier one adds nothing.</summary>
    /// <param name="text">The words.</param>
    /// <param name="fingerprint">Their fingerprint.</param>
    public void Add(string text, ContributionFingerprint fingerprint)
    {
        if (!_byHash.TryAdd(fingerprint.ExactHash, _texts.Count))
        {
            return;
        }

        foreach (var band in fingerprint.Bands)
        {
            ref var bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(_byBand, band, out _);
            bucket ??= new List<int>(1);

            // A bucket this full holds a phrase that everyone writes; the other bands tell its texts apart.
            if (bucket.Count < LongestBucket)
            {
                bucket.Add(_texts.Count);
            }
        }

        _texts.Add(text);
    }

    /// <summary>Texts with the same hash or a band in common.</summary>
    /// <param name="fingerprint">The fingerprint of the text asked about.</param>
    /// <returns>At most <see cref="MostCandidates"/>, those first that share most bands; the one with the same hash alone where there is one.</returns>
    public IReadOnlyList<DuplicateCandidate> Find(ContributionFingerprint fingerprint)
    {
        if (_byHash.TryGetValue(fingerprint.ExactHash, out var same))
        {
            return [new DuplicateCandidate(_texts[same], origin)];
        }

        var shared = new Dictionary<int, int>();
        foreach (var band in fingerprint.Bands)
        {
            if (_byBand.TryGetValue(band, out var bucket))
            {
                foreach (var text in bucket)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(shared, text, out _)++;
                }
            }
        }

        return [.. shared.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).Take(MostCandidates).Select(entry => new DuplicateCandidate(_texts[entry.Key], origin))];
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DuplicateCandidate>> FindAsync(ContributionFingerprint fingerprint, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Find(fingerprint));
    }
}
