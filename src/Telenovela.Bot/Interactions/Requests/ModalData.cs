namespace Telenovela.Bot.Interactions.Requests;

/// <summary>A submitted modal.</summary>
/// <param name="CustomId">The id we gave it. Untrusted.</param>
/// <param name="Fields">What was entered or chosen, by the field's custom id: one string for a text input, any number for a select.</param>
public sealed record ModalData(string CustomId, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields)
{
    /// <summary>The message whose component opened the modal; null where a command did.</summary>
    public CarryingMessage? Message { get; init; }

    /// <summary>Files given to upload fields, by their snowflake.</summary>
    public IReadOnlyDictionary<ulong, AttachmentData> Attachments { get; init; } = new Dictionary<ulong, AttachmentData>();

    /// <summary>The text of one field, trimmed; null where it is missing or blank.</summary>
    public string? Text(string field) =>
        Fields.TryGetValue(field, out var values) && values.Count > 0 && !string.IsNullOrWhiteSpace(values[0]) ? values[0].Trim() : null;
}
