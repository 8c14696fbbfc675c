using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>A contribution that may equal another line.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its words.</param>
/// <param name="Status">What became of it.</param>
/// <param name="IsExact">Whether the normalised texts are equal.</param>
/// <param name="SharedBands">How many bands of the fingerprints are equal.</param>
public sealed record SimilarLine(long Id, string Text, ContributionStatus Status, bool IsExact, int SharedBands);
