namespace Telenovela.Bot.Contributions.Checks.Duplicates;

/// <summary>The most alike text that was found.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Origin">Where it stands.</param>
/// <param name="Similarity">How alike, 0 to 1; 1 for texts with the same normal form.</param>
public sealed record DuplicateMatch(string Text, DuplicateOrigin Origin, double Similarity)
{
    /// <summary>Whether both texts have the same normal form.</summary>
    public bool IsExact => Similarity >= 1;
}
