using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks.Duplicates;

namespace Telenovela.Bot.Retraining.Gate;

/// <summary>Tells which withheld lines a model may know rightly, because somebody else gave nearly the same and it may be learned.</summary>
public static class RightlyKnown
{
    /// <summary>The lines that nobody else gave.</summary>
    /// <param name="withheld">Lines that must not be known.</param>
    /// <param name="learnable">Lines that may.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The others, in the same order.</returns>
    public static IReadOnlyList<WithheldLine> Without(IReadOnlyList<WithheldLine> withheld, IEnumerable<ApprovedLine> learnable, CancellationToken cancellationToken)
    {
        var byBand = withheld.SelectMany(line => Fingerprinter.Of(line.Text).Bands, (line, band) => (Line: line, Band: band)).ToLookup(one => one.Band, one => one.Line);
        var known = new HashSet<WithheldLine>();
        if (byBand.Count > 0)
        {
            foreach (var line in learnable)
            {
                cancellationToken.ThrowIfCancellationRequested();
                known.UnionWith(Fingerprinter.Of(line.Text).Bands.SelectMany(band => byBand[band]).Distinct()
                    .Where(other => !known.Contains(other) && Likeness.Of(line.Text, other.Text) >= Likeness.Near).ToList());
            }
        }

        return [.. withheld.Where(line => !known.Contains(line))];
    }
}
