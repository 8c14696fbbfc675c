using System.Text.Json.Nodes;

namespace Telenovela.Discord.Wire;

/// <summary>Shortens the writing of optional members.</summary>
internal static class JsonObjectExtensions
{
    /// <summary>Adds the member unless its value is null.</summary>
    public static void AddIf(this JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
