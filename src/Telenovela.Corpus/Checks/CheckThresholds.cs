namespace Telenovela.Corpus.Checks;

/// <summary>The limits to which <see cref="CorpusCheck"/> holds a telenovela.</summary>
public sealed record CheckThresholds
{
    /// <summary>Characters of script from which a telenovela counts as a season, so that its ratios mean something.</summary>
    /// <value>200,000.</value>
    public long SeasonCharacters { get; init; } = 200_000;

    /// <summary>The least share of distinct word 4-grams over the spoken lines.</summary>
    /// <value>0.94.</value>
    public double DistinctFourGrams { get; init; } = 0.94;

    /// <summary>The least size of the scripts after Brotli (<see cref="CompressedSize"/>), as a share of their size before.</summary>
    /// <value>0.28, which corresponds to 0.29 for <c>xz -9e</c>.</value>
    public double CompressedRatio { get; init; } = 0.28;

    /// <summary>Spoken lines of more words than this are counted when they recur.</summary>
    /// <value>6.</value>
    public int RepeatedLineWords { get; init; } = 6;

    /// <summary>How often such a line may occur, catchphrases excepted.</summary>
    /// <value>3.</value>
    public int RepeatedLineTimes { get; init; } = 3;
}
