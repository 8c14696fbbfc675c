namespace Telenovela.Bot.Retraining.Reports;

/// <summary>An epoch of a training.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="TrainNats">Training loss, nats per character.</param>
/// <param name="HeldOutNats">Loss on the held-out text, nats per character.</param>
public sealed record EpochFigures(int Epoch, double TrainNats, double HeldOutNats);
