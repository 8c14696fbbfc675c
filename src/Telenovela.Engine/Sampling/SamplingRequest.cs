namespace Telenovela.Engine.Sampling;

/// <summary>What text to sample.</summary>
public sealed record SamplingRequest
{
    /// <summary>Read before everything, and no part of the result: puts the model in the right place.</summary>
    public string Context { get; init; } = "";

    /// <summary>Read after the context; the text carries on from it, without repeating it.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>UTF-16 characters to write.</summary>
    /// <value>100.</value>
    public int Length { get; init; } = 100;

    /// <summary>Divides the logits: above 1 wilder, below 1 safer, 0 always the likeliest character.</summary>
    /// <value>0.8.</value>
    public double Temperature { get; init; } = 0.8;

    /// <summary>
    /// Leaves out what is less likely than this share of the likeliest character, at temperature 1: the long tail of a character
    /// model is misspellings, and drawing one of them derails the words behind it (min-p sampling, Nguyen et al. 2024).
    /// </summary>
    /// <value>0: nothing is left out.</value>
    public double MinP { get; init; }

    /// <summary>Characters that are never written, for example marks that only structure the training text.</summary>
    public string Banned { get; init; } = "";

    /// <summary>
    /// What a line may begin with, for example the names of those who can speak. Nothing else is drawn at a line's beginning (lexically
    /// constrained decoding on a prefix tree, as in De Cao et al. 2021). A line that the context or prompt began otherwise goes on freely.
    /// Beginnings with characters that the model doesn't know are left out.
    /// </summary>
    /// <value>Empty: anything.</value>
    public IReadOnlyList<string> LineStarts { get; init; } = [];

    /// <summary>The same seed gives the same text.</summary>
    public long Seed { get; init; }
}
