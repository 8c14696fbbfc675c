using System.Text.Json.Nodes;
using Telenovela.Bot.Interactions.Replies;

namespace Telenovela.Discord.Wire;

/// <summary>Writes components of messages and modals (API documentation, "Component Reference").</summary>
internal static class ComponentJson
{
    private const int RowType = 1;
    private const int ButtonType = 2;
    private const int SelectType = 3;
    private const int TextInputType = 4;
    private const int LabelType = 18;

    /// <summary>A row under a message.</summary>
    public static JsonObject Row(ActionRow row) => new()
    {
        ["type"] = RowType,
        ["components"] = new JsonArray([.. row.Components.Select(InMessage)]),
    };

    /// <summary>The <c>data</c> of a modal.</summary>
    public static JsonObject Modal(ModalReply modal) => new()
    {
        ["custom_id"] = modal.CustomId,
        ["title"] = modal.Title,
        ["components"] = new JsonArray([.. modal.Fields.Select(Label)]),
    };

    private static JsonObject InMessage(Component component)
    {
        var json = component switch
        {
            Button button => ButtonObject(button),
            SelectMenu select => Select(select),
            _ => throw new ArgumentException($"{component.GetType().Name} can't stand under a message", nameof(component)),
        };
        if (component.Disabled)
        {
            json["disabled"] = true;
        }

        return json;
    }

    private static JsonObject Label(ModalField field)
    {
        var json = new JsonObject { ["type"] = LabelType, ["label"] = field.Label };
        json.AddIf("description", field.Description);
        json["component"] = InModal(field.Input);
        return json;
    }

    private static JsonObject InModal(Component input)
    {
        if (input is not SelectMenu select)
        {
            return input is TextInput text ? TextInputObject(text) : throw new ArgumentException($"{input.GetType().Name} can't stand in a modal", nameof(input));
        }

        // Modals insist on an answer unless told otherwise, whatever the smallest number is.
        var json = Select(select);
        json["required"] = select.MinValues > 0;
        return json;
    }

    private static JsonObject ButtonObject(Button button)
    {
        var json = new JsonObject { ["type"] = ButtonType, ["style"] = (int)button.Style, ["label"] = button.Label, ["custom_id"] = button.CustomId };
        json.AddIf("emoji", button.Emoji is null ? null : new JsonObject { ["name"] = button.Emoji });
        return json;
    }

    private static JsonObject Select(SelectMenu select)
    {
        var json = new JsonObject { ["type"] = SelectType, ["custom_id"] = select.CustomId };
        json.AddIf("placeholder", select.Placeholder);
        json["min_values"] = select.MinValues;
        json["max_values"] = select.MaxValues;
        json["options"] = new JsonArray([.. select.Options.Select(Option)]);
        return json;
    }

    private static JsonObject Option(SelectOption option)
    {
        var json = new JsonObject { ["label"] = option.Label, ["value"] = option.Value };
        json.AddIf("description", option.Description);
        json.AddIf("default", option.Default ? true : null);
        return json;
    }

    private static JsonObject TextInputObject(TextInput input)
    {
        var json = new JsonObject
        {
            ["type"] = TextInputType,
            ["custom_id"] = input.CustomId,
            ["style"] = input.Paragraph ? 2 : 1,
            ["required"] = input.Required,
            ["min_length"] = input.MinLength,
            ["max_length"] = input.MaxLength,
        };
        json.AddIf("value", input.Value);
        json.AddIf("placeholder", input.Placeholder);
        return json;
    }
}
