namespace Telenovela.Story.Writing;

/// <summary>An arc was asked for that the telenovela doesn't have.</summary>
/// <param name="asked">The arc's name, as it was typed.</param>
/// <param name="telenovela">The one that has no such arc.</param>
/// <param name="known">The arcs that it has.</param>
public sealed class UnknownArcException(string asked, WritableTelenovela telenovela, IReadOnlyList<string> known)
    : Exception(known.Count == 0
        ? $"The model of “{telenovela.Title}” knows no arcs; leave the arc out."
        : $"“{telenovela.Title}” has no arc “{asked}”. It has: {string.Join(", ", known)}.");
