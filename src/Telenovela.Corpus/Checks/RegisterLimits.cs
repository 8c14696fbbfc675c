namespace Telenovela.Corpus.Checks;

/// <summary>
/// A register: the way in which a telenovela is written, as its bible says (<c>- Register: plain</c>), and the limits that come with it.
/// What is null isn't limited.
/// </summary>
/// <param name="Register">The name in the bible.</param>
public sealed record RegisterLimits(string Register)
{
    /// <summary>Written to be read: rich in words and things. A telenovela that doesn't say is of this register.</summary>
    public static RegisterLimits Literary { get; } = new("literary") { Voices = 6, DistinctFourGrams = 0.93, CompressedRatio = 0.28 };

    /// <summary>Written to be learned by a small model: few words in short lines, about everything that can happen.</summary>
    public static RegisterLimits Plain { get; } = new("plain")
    {
        Voices = 8,
        DistinctFourGrams = 0.85,
        CompressedRatio = 0.26,
        LeastLineCharacters = 30,
        MostLineCharacters = 60,
        SentenceWords = 8,
        WordForms = new Dictionary<string, int> { ["en"] = 3_400, ["es"] = 4_600 },
        Directions = 0.08,
    };

    /// <summary>Characters of spoken text from which a speaker counts as a voice.</summary>
    /// <value>15,000.</value>
    public long VoiceCharacters { get; init; } = 15_000;

    /// <summary>The fewest voices of a telenovela.</summary>
    public int Voices { get; init; }

    /// <summary>
    /// The least share of distinct word 4-grams over the spoken lines; real scripts of a season's length have 0.97 to 0.99.
    /// </summary>
    public double DistinctFourGrams { get; init; }

    /// <summary>
    /// The least size after compression, as a share of the size before. Literary telenovelas have 0.30 to 0.31 and plain ones 0.28 to
    /// 0.29, since fewer words pack better. Where the last fifth of one repeats the first with 15 % of the words exchanged, it has 0.27
    /// and 0.25; of the 4-grams 0.87 are still distinct then, so that in plain text this limit alone finds it.
    /// </summary>
    public double? CompressedRatio { get; init; }

    /// <summary>The fewest characters of a spoken line on average.</summary>
    public double? LeastLineCharacters { get; init; }

    /// <summary>The most characters of a spoken line on average.</summary>
    public double? MostLineCharacters { get; init; }

    /// <summary>The most words of a spoken sentence on average.</summary>
    public double? SentenceWords { get; init; }

    /// <summary>The most distinct word forms by language (ISO 639-1); a language that isn't listed has no limit.</summary>
    public IReadOnlyDictionary<string, int> WordForms { get; init; } = new Dictionary<string, int>();

    /// <summary>The most that directions and cues may be of the text, as a share.</summary>
    public double? Directions { get; init; }
}
