namespace Telenovela.Bot.Storage.Health;

/// <summary>How the store is.</summary>
/// <param name="State">What it can do.</param>
/// <param name="Problem">Why not everything.</param>
/// <param name="Message">The same for the operator, with what to do; empty while there is no problem.</param>
public sealed record StoreCondition(StoreState State, StoreProblem Problem, string Message);
