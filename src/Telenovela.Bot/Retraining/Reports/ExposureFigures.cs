namespace Telenovela.Bot.Retraining.Reports;

/// <summary>
/// Whether a model knows lines that it must not know: what it foresees them better by than the shipped model, against what it foresees
/// paraphrases of them better by, beyond the same difference on lines that nobody has learned (after exposure; Carlini et al. 2019, The Secret Sharer,
/// sections 4 and 5).
/// </summary>
/// <param name="Lines">How many lines.</param>
/// <param name="Excess">What the lines gained more than their paraphrases, nats per character; around zero where nothing is known of them.</param>
/// <param name="StandardError">Of that.</param>
public sealed record ExposureFigures(int Lines, double Excess, double StandardError);
