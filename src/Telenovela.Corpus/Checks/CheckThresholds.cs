namespace Telenovela.Corpus.Checks;

/// <summary>The limits to which <see cref="CorpusCheck"/> holds a telenovela with a bible, and a dataset with a list of arcs.</summary>
public sealed record CheckThresholds
{
    /// <summary>The registers that a telenovela can be written in; one that doesn't say which is of the first.</summary>
    /// <value><see cref="RegisterLimits.Literary"/> and <see cref="RegisterLimits.Plain"/>.</value>
    public IReadOnlyList<RegisterLimits> Registers { get; init; } = [RegisterLimits.Literary, RegisterLimits.Plain];

    /// <summary>The fewest episodes of a telenovela.</summary>
    /// <value>20.</value>
    public int Episodes { get; init; } = 20;

    /// <summary>The fewest characters of a telenovela's episode files.</summary>
    /// <value>300,000.</value>
    public long Characters { get; init; } = 300_000;

    /// <summary>The fewest characters in a bible's <c>Cast</c>.</summary>
    /// <value>8.</value>
    public int LeastCast { get; init; } = 8;

    /// <summary>The most characters in a bible's <c>Cast</c>.</summary>
    /// <value>14.</value>
    public int MostCast { get; init; } = 14;

    /// <summary>Spoken lines of more words than this are counted when they recur.</summary>
    /// <value>6.</value>
    public int RepeatedLineWords { get; init; } = 6;

    /// <summary>How often such a line may occur, catchphrases excepted.</summary>
    /// <value>3.</value>
    public int RepeatedLineTimes { get; init; } = 3;

    /// <summary>The fewest characters of a whole dataset's episode files.</summary>
    /// <value>1,200,000.</value>
    public long DatasetCharacters { get; init; } = 1_200_000;

    /// <summary>Characters of scenes from which an arc counts as told.</summary>
    /// <value>15,000.</value>
    public long ArcCharacters { get; init; } = 15_000;

    /// <summary>The fewest arcs told in a whole dataset.</summary>
    /// <value>10.</value>
    public int Arcs { get; init; } = 10;

    /// <summary>The limits of a telenovela's register.</summary>
    /// <param name="bible">Its bible.</param>
    /// <returns>The limits, or null for a register that isn't known.</returns>
    internal RegisterLimits? Limits(Bible bible) => bible.Register is not { } register
        ? Registers[0]
        : Registers.FirstOrDefault(limits => limits.Register.Equals(register, StringComparison.OrdinalIgnoreCase));
}
