namespace Telenovela.Engine.Sampling;

/// <summary>Where a text ends.</summary>
public enum TextEnding
{
    /// <summary>After exactly as many characters as were asked for, wherever that is.</summary>
    Exact,

    /// <summary>At the end of a sentence or line near the length that was asked for, a fifth less or more.</summary>
    Sentence,

    /// <summary>At the first line feed, which isn't part of the text; a line that gets longer than asked for ends at a sentence.</summary>
    Line,
}

/// <summary>What text to sample.</summary>
public sealed record SamplingRequest
{
    /// <summary>Read before everything, and no part of the result: puts the model in the right place.</summary>
    public string Context { get; init; } = "";

    /// <summary>
    /// Read after the context; the text carries on from it, without repeating it. A word that it ends in may be finished.
    /// </summary>
    public string Prompt { get; init; } = "";

    /// <summary>UTF-16 characters to write.</summary>
    /// <value>100.</value>
    public int Length { get; init; } = 100;

    /// <summary>Where the text ends.</summary>
    public TextEnding Ending { get; init; }

    /// <summary>How likely tokens must be.</summary>
    public SamplingSettings Settings { get; init; } = new();

    /// <summary>Texts that are never written, in any case, for example marks that only structure the training text.</summary>
    public IReadOnlyList<string> Banned { get; init; } = [];

    /// <summary>
    /// Asked about the text so far, or its end, wherever a word ends: whether it ends in words that are never written. Unlike
    /// <see cref="Banned"/> this lets longer words begin the same.
    /// </summary>
    /// <value>Null: every word may be written.</value>
    public Func<string, bool>? Refuses { get; init; }

    /// <summary>
    /// What a line may begin with, for example the names of those who can speak. Nothing else is written at a line's beginning (lexically
    /// constrained decoding on a prefix tree, as in De Cao et al. 2021). A line that the context or prompt began otherwise goes on freely.
    /// Beginnings with characters that the model doesn't know are left out.
    /// </summary>
    /// <value>Empty: anything.</value>
    public IReadOnlyList<string> LineStarts { get; init; } = [];

    /// <summary>
    /// Of <see cref="LineStarts"/>, the one of lines that nobody speaks: such a line isn't the first, and two others stand between one
    /// and the next.
    /// </summary>
    /// <value>Null: there is none.</value>
    public string? AsideStart { get; init; }

    /// <summary>
    /// Words that the text is about, in lower case: each is made likelier until a text has it (weighted decoding, Ghazvininejad et al.
    /// 2017). Words that the tokenizer cuts into pieces stay as likely as they are.
    /// </summary>
    public IReadOnlyCollection<string> Topic { get; init; } = [];

    /// <summary>Nats that a word of <see cref="Topic"/> is made likelier by.</summary>
    /// <value>2.</value>
    public double TopicBonus { get; init; } = 2;

    /// <summary>What a corpus says: tokens that follow the last two there are made likelier; null for nothing.</summary>
    public PhraseTable? Phrases { get; init; }

    /// <summary>Nats that they are made likelier by.</summary>
    /// <value>1.5.</value>
    public double PhraseBonus { get; init; } = 1.5;

    /// <summary>The same seed gives the same text.</summary>
    public long Seed { get; init; }
}

/// <summary>How likely tokens must be to be drawn.</summary>
public sealed record SamplingSettings
{
    /// <summary>Divides the logits: above 1 wilder, below 1 safer, 0 always the likeliest token.</summary>
    /// <value>0.8.</value>
    public double Temperature { get; init; } = 0.8;

    /// <summary>Leaves out all but this many of the likeliest tokens (Fan et al. 2018).</summary>
    /// <value>0: nothing is left out.</value>
    public int TopK { get; init; }

    /// <summary>
    /// Leaves out the least likely tokens, as long as the others have this share of the probability
    /// (nucleus sampling, Holtzman et al. 2020).
    /// </summary>
    /// <value>1: nothing is left out.</value>
    public double TopP { get; init; } = 1;

    /// <summary>
    /// Leaves out what is less likely than this share of the likeliest token, at temperature 1: the long tail of a small model is
    /// misspellings and broken grammar, and drawing from it derails the words behind it (min-p sampling, Nguyen et al. 2024).
    /// </summary>
    /// <value>0: nothing is left out.</value>
    public double MinP { get; init; }

    /// <summary>Divides positive logits of the last tokens, and multiplies negative ones (Keskar et al. 2019).</summary>
    /// <value>1: nothing changes.</value>
    public double RepetitionPenalty { get; init; } = 1;

    /// <summary>
    /// Whether phrases of three words are kept from coming a third time within 200 characters, and whether words outside the model's
    /// lexicon are refused.
    /// </summary>
    /// <value>True.</value>
    public bool Guarded { get; init; } = true;

    /// <summary>Refuses settings that make no sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is negative, no number or no share.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfEqual(double.IsFinite(Temperature) && Temperature >= 0, false, nameof(Temperature));
        ArgumentOutOfRangeException.ThrowIfEqual(MinP is >= 0 and <= 1, false, nameof(MinP));
        ArgumentOutOfRangeException.ThrowIfEqual(TopP is > 0 and <= 1, false, nameof(TopP));
        ArgumentOutOfRangeException.ThrowIfNegative(TopK);
        ArgumentOutOfRangeException.ThrowIfEqual(
            double.IsFinite(RepetitionPenalty) && RepetitionPenalty > 0, false, nameof(RepetitionPenalty));
    }

    /// <summary>The filters that these settings ask for, in the order in which they are applied.</summary>
    internal IReadOnlyList<ILogitFilter> ToFilters()
    {
        var filters = new List<ILogitFilter>();
        if (RepetitionPenalty != 1)
        {
            filters.Add(new RepetitionPenaltyFilter(RepetitionPenalty));
        }

        if (MinP > 0)
        {
            filters.Add(new MinPFilter(MinP));
        }

        if (TopK > 0)
        {
            filters.Add(new TopKFilter(TopK));
        }

        if (Temperature > 0)
        {
            filters.Add(new TemperatureFilter(Temperature));
        }

        if (TopP < 1)
        {
            filters.Add(new TopPFilter(TopP));
        }

        return filters;
    }
}
