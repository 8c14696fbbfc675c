using Telenovela.Engine.Sampling;

namespace Telenovela.Story.Writing;

/// <summary>What is to be written.</summary>
public sealed record WritingRequest
{
    /// <summary>The telenovela's id or title, in any case; null lets the seed choose among those in <see cref="Language"/>.</summary>
    public string? Telenovela { get; init; }

    /// <summary>
    /// ISO 639-1 language to choose from when neither a telenovela is named nor the prompt tells the language; null for any.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>Words that the text carries on from.</summary>
    public string? Prompt { get; init; }

    /// <summary>Characters that are written where nobody says how many.</summary>
    public const int DefaultLength = 280;

    /// <summary>Characters of the talk's texts: those of an <see cref="Exact"/> one where nobody says how many.</summary>
    public const int TalkLength = 100;

    /// <summary>How many characters to write.</summary>
    /// <value><see cref="DefaultLength"/> by default.</value>
    public int Length { get; init; } = DefaultLength;

    /// <summary>Whether the text has exactly that many characters; otherwise it ends at a sentence near them.</summary>
    public bool Exact { get; init; }

    /// <summary>Above 1 wilder, below 1 safer, 0 always the likeliest character.</summary>
    /// <value>0.8 by default.</value>
    public double Temperature { get; init; } = 0.8;

    /// <summary>Leaves out tokens less likely than this share of the likeliest.</summary>
    /// <value>0.05 by default.</value>
    public double MinP { get; init; } = 0.05;

    /// <summary>Leaves out all but this many of the likeliest tokens; 0 for none.</summary>
    public int TopK { get; init; }

    /// <summary>Leaves out the least likely tokens, as long as the others have this share of the probability.</summary>
    /// <value>1 by default: none.</value>
    public double TopP { get; init; } = 1;

    /// <summary>Makes tokens of the recent past less likely; 1 changes nothing.</summary>
    public double RepetitionPenalty { get; init; } = 1;

    /// <summary>How many candidates each line is chosen from, 1 to 64. A model that knows no cast writes without.</summary>
    /// <value>32 by default: sixteen side by side cost little more than one.</value>
    public int Candidates { get; init; } = 32;

    /// <summary>
    /// The arc that the scene serves, for example <c>amnesia</c>; null lets the seed choose among those that the telenovela has.
    /// </summary>
    public string? Arc { get; init; }

    /// <summary>Words that aren't written, nor said by a character who is called so.</summary>
    /// <value>Null: every word may be written.</value>
    public IUnwantedWords? Unwanted { get; init; }

    /// <summary>The same seed gives the same text.</summary>
    public required long Seed { get; init; }

    /// <summary>How likely tokens must be.</summary>
    internal SamplingSettings ToSettings() =>
        new() { Temperature = Temperature, MinP = MinP, TopK = TopK, TopP = TopP, RepetitionPenalty = RepetitionPenalty };
}
