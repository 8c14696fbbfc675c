using System.Text.Json.Nodes;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Playground.Uploads;

namespace Telenovela.Playground.Wire;

/// <summary>An option with what was given for it.</summary>
/// <param name="Definition">Which option.</param>
/// <param name="Value">JSON of the option's type; a string, whatever the type, while it is being typed.</param>
/// <param name="Focused">Whether it is the one being typed.</param>
/// <param name="File">The file of an attachment option.</param>
public sealed record GivenOption(OptionDefinition Definition, JsonNode Value, bool Focused = false, PlaygroundUpload? File = null);
