using Telenovela.Playground.Uploads;

namespace Telenovela.Playground.Wire;

/// <summary>A modal's field with what was entered.</summary>
/// <param name="Type">Discord's number of the component: 4 text input, 3 select, 19 file upload.</param>
/// <param name="CustomId">The field's id.</param>
/// <param name="Values">One for a text input, any number for a select; empty for an upload.</param>
/// <param name="Files">The files of an upload.</param>
public sealed record GivenField(int Type, string CustomId, IReadOnlyList<string> Values, IReadOnlyList<PlaygroundUpload> Files);
