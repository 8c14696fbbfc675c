using Telenovela.Playground.Replies;

namespace Telenovela.Playground.Components;

/// <summary>A button that was pressed or a select that was chosen from.</summary>
/// <param name="Component">Which.</param>
/// <param name="Values">What was chosen; null for a button.</param>
public sealed record ComponentUse(ComponentBody Component, IReadOnlyList<string>? Values);
