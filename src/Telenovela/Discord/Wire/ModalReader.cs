using System.Text.Json;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Discord.Wire;

/// <summary>Reads a submitted modal: labels around their fields, and the deprecated action rows.</summary>
internal static class ModalReader
{
    private const long Row = 1;
    private const long Label = 18;

    /// <summary>The modal in an interaction's <c>data</c>. Of two fields with one custom id the first counts.</summary>
    public static ModalData Read(JsonPlace data)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var field in data.List("components").SelectMany(Fields))
        {
            fields.TryAdd(field.Required("custom_id").Filled(), Values(field));
        }

        return new ModalData(data.Required("custom_id").Filled(), fields) { Attachments = AttachmentReader.Read(data) };
    }

    // Anything else at the top (a text display) is there to be read, not filled.
    private static IEnumerable<JsonPlace> Fields(JsonPlace top) => top.Required("type").WholeNumber() switch
    {
        Label => [top.Required("component")],
        Row => top.List("components"),
        _ => [],
    };

    // Text inputs and radio groups have one value, checkboxes a yes or no, selects, checkbox groups and uploads a list.
    private static IReadOnlyList<string> Values(JsonPlace field) => field.Optional("value") switch
    {
        null => [.. field.List("values").Select(value => value.Text())],
        { Value.ValueKind: JsonValueKind.True } => ["true"],
        { Value.ValueKind: JsonValueKind.False } => ["false"],
        { } value => [value.Text()],
    };
}
