using Telenovela.Bot.Interactions.Replies;

namespace Telenovela.Discord.Wire;

/// <summary>Finds what is wrong with a reply's structure. Long texts are not: they get cut.</summary>
internal static class ReplyStructure
{
    /// <summary>A sentence for each thing that is wrong.</summary>
    public static IEnumerable<string> Problems(Reply reply) => reply switch
    {
        MessageReply message => OfMessage(message),
        ModalReply modal => OfModal(modal),
        ChoicesReply choices => OfChoices(choices),
        _ => [],
    };

    private static IEnumerable<string> OfMessage(MessageReply message)
    {
        var components = message.Rows.SelectMany(row => row.Components).ToList();
        return Where(
        [
            (message.Content.Length == 0 && message.Embeds.Count == 0 && message.Files.Count == 0, "A message needs a text, an embed or a file."),
            (message.Embeds.Count > MessageLimits.Embeds, "A message has at most 10 embeds."),
            (message.Embeds.Any(embed => embed.Fields.Count > MessageLimits.Entries), "An embed has at most 25 fields."),
            (message.Embeds.Any(embed => embed.Color is < 0 or > 0xFFFFFF), "A colour is 0xRRGGBB."),
            (message.Files.Count > MessageLimits.Files, "A message has at most 10 files."),
            (message.Files.Any(file => string.IsNullOrWhiteSpace(file.Name)), "A file needs a name."),
            (message.Rows.Count > MessageLimits.Rows, "A message has at most 5 rows."),
            (message.Rows.Any(row => row.Components.Count is 0 or > MessageLimits.Rows), "A row has 1 to 5 components."),
            (message.Rows.Any(row => row.Components.Count > 1 && row.Components.Any(component => component is not Button)), "A select stands alone in its row."),
            (components.Exists(component => component is not (Button or SelectMenu)), "Under a message stand only buttons and selects."),
            (message is { Ephemeral: true, ReplacesMessage: true }, "A replaced message keeps its visibility."),
        ]).Concat(OfComponents(components));
    }

    private static IEnumerable<string> OfModal(ModalReply modal) => Where(
    [
        (modal.CustomId.Length is 0 or > MessageLimits.Brief, "A modal's custom id has 1 to 100 characters."),
        (string.IsNullOrWhiteSpace(modal.Title), "A modal needs a title."),
        (modal.Fields.Count is 0 or > MessageLimits.Rows, "A modal has 1 to 5 fields."),
        (modal.Fields.Any(field => string.IsNullOrWhiteSpace(field.Label)), "A modal's field needs a label."),
        (modal.Fields.Any(field => field.Input is not (TextInput or SelectMenu)), "In a modal stand only text inputs and selects."),
        (modal.Fields.Any(field => field.Input.Disabled), "In a modal nothing can be disabled."),
    ]).Concat(OfComponents([.. modal.Fields.Select(field => field.Input)]));

    private static IEnumerable<string> OfChoices(ChoicesReply reply) => Where(
    [
        (reply.Choices.Count > MessageLimits.Entries, "There are at most 25 suggestions."),
        (reply.Choices.Any(choice => string.IsNullOrWhiteSpace(choice.Name)), "A suggestion needs a name."),
        (reply.Choices.Any(choice => choice.Value.Length is 0 or > MessageLimits.Brief), "A suggestion's value has 1 to 100 characters."),
    ]);

    private static IEnumerable<string> OfComponents(List<Component> components) => Where(
    [
        (components.Any(component => component.CustomId.Length is 0 or > MessageLimits.Brief), "A custom id has 1 to 100 characters."),
        (components.DistinctBy(component => component.CustomId).Count() < components.Count, "Custom ids are unique."),
        (components.OfType<Button>().Any(button => string.IsNullOrWhiteSpace(button.Label) && button.Emoji is null), "A button needs a label or an emoji."),
    ]).Concat(components.OfType<SelectMenu>().SelectMany(OfSelect)).Concat(components.OfType<TextInput>().SelectMany(OfTextInput));

    private static IEnumerable<string> OfSelect(SelectMenu select) => Where(
    [
        (select.Options.Count is 0 or > MessageLimits.Entries, "A select has 1 to 25 options."),
        (select.Options.Any(option => string.IsNullOrWhiteSpace(option.Label)), "An option needs a label."),
        (select.Options.Any(option => option.Value.Length is 0 or > MessageLimits.Brief), "An option's value has 1 to 100 characters."),
        (select.Options.DistinctBy(option => option.Value).Count() < select.Options.Count, "The values of a select's options are unique."),
        (select.MinValues < 0 || select.MaxValues < 1 || select.MinValues > select.MaxValues || select.MaxValues > select.Options.Count,
            "A select's smallest and largest numbers lie between 0 and the number of its options."),
    ]);

    private static IEnumerable<string> OfTextInput(TextInput input) => Where(
    [
        (input.MinLength < 0 || input.MaxLength is < 1 or > MessageLimits.TextInput || input.MinLength > input.MaxLength,
            "A text input's lengths lie between 0 and 4,000."),
    ]);

    private static IEnumerable<string> Where(IEnumerable<(bool Wrong, string Words)> rules) =>
        rules.Where(rule => rule.Wrong).Select(rule => rule.Words);
}
