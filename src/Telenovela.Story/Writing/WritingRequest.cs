namespace Telenovela.Story.Writing;

/// <summary>What is to be written.</summary>
public sealed record WritingRequest
{
    /// <summary>The telenovela's id or title, in any case; null lets the seed choose among those in <see cref="Language"/>.</summary>
    public string? Telenovela { get; init; }

    /// <summary>ISO 639-1 language to choose from when no telenovela is named; null for any.</summary>
    public string? Language { get; init; }

    /// <summary>Words that the text carries on from.</summary>
    public string? Prompt { get; init; }

    /// <summary>How many characters to write.</summary>
    /// <value>100 by default, as in the talk.</value>
    public int Length { get; init; } = 100;

    /// <summary>Above 1 wilder, below 1 safer, 0 always the likeliest character.</summary>
    /// <value>0.8 by default.</value>
    public double Temperature { get; init; } = 0.8;

    /// <summary>Leaves out characters less likely than this share of the likeliest.</summary>
    /// <value>0.05 by default.</value>
    public double MinP { get; init; } = 0.05;

    /// <summary>The same seed gives the same text.</summary>
    public required long Seed { get; init; }
}
