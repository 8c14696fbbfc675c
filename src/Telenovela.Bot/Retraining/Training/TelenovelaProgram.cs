namespace Telenovela.Bot.Retraining.Training;

/// <summary>How to start this program once more, as a child.</summary>
/// <param name="File">What to start.</param>
/// <param name="Arguments">What comes before the command's own arguments.</param>
public sealed record TelenovelaProgram(string File, IReadOnlyList<string> Arguments);
