using Telenovela.Bot.Interactions.Replies;

namespace Telenovela.Discord.Wire;

/// <summary>Cuts the texts of components and modals. Ids and values are left alone: cut, they would be others.</summary>
internal static class ComponentTrim
{
    /// <summary>A row under a message.</summary>
    public static ActionRow Row(ActionRow row) => new([.. row.Components.Take(MessageLimits.Rows).Select(Any)]);

    /// <summary>A modal.</summary>
    public static ModalReply Modal(ModalReply modal) => modal with
    {
        Title = TextCut.At(modal.Title, MessageLimits.ModalLabel),
        Fields = [.. modal.Fields.Take(MessageLimits.Rows).Select(field => new ModalField(
            TextCut.At(field.Label, MessageLimits.ModalLabel),
            Any(field.Input),
            Described(field.Description)))],
    };

    private static Component Any(Component component) => component switch
    {
        Button button => button with { Label = TextCut.At(button.Label, MessageLimits.ButtonLabel) },
        SelectMenu select => Select(select),
        TextInput input => input with
        {
            Value = TextCut.AtOrNull(input.Value, Math.Min(input.MaxLength, MessageLimits.TextInput)),
            Placeholder = TextCut.AtOrNull(input.Placeholder, MessageLimits.Brief),
        },
        _ => component,
    };

    private static SelectMenu Select(SelectMenu select)
    {
        List<SelectOption> options = [.. select.Options.Take(MessageLimits.Entries).Select(option => option with
        {
            Label = TextCut.At(option.Label, MessageLimits.Brief),
            Description = Described(option.Description),
        })];
        return select with
        {
            Options = options,
            Placeholder = TextCut.AtOrNull(select.Placeholder, MessageLimits.SelectPlaceholder),
            MinValues = Math.Min(select.MinValues, options.Count),
            MaxValues = Math.Clamp(options.Count, 1, Math.Max(1, select.MaxValues)),
        };
    }

    private static string? Described(string? description) =>
        string.IsNullOrWhiteSpace(description) ? null : TextCut.At(description, MessageLimits.Brief);
}
