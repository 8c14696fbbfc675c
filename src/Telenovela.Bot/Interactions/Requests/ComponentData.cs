namespace Telenovela.Bot.Interactions.Requests;

/// <summary>A button that was pressed or a select that was chosen from.</summary>
/// <param name="CustomId">The id we gave it. It comes back from the person's client: untrusted.</param>
/// <param name="Values">What was chosen in a select; empty for a button.</param>
/// <param name="Message">The message that carries the component.</param>
public sealed record ComponentData(string CustomId, IReadOnlyList<string> Values, CarryingMessage Message);
