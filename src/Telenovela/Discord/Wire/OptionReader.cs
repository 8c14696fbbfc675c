using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Discord.Wire;

/// <summary>Reads a command's options, and flattens subcommand groups and subcommands into a path.</summary>
internal static class OptionReader
{
    /// <summary>The path (names separated by spaces) and the options of the innermost subcommand.</summary>
    /// <param name="data">The interaction's <c>data</c>.</param>
    /// <param name="typing">Whether the command is still being typed, so that values may not fit their type yet.</param>
    public static (string Path, IReadOnlyList<CommandOptionValue> Options) Read(JsonPlace data, bool typing)
    {
        var path = Name(data);
        var level = data;
        for (var depth = 0; ; depth++)
        {
            var options = level.List("options").ToList();
            if (!options.Exists(IsLevel))
            {
                return (path, [.. options.Select(option => ReadOption(option, typing))]);
            }

            if (options.Count != 1 || depth == 2)
            {
                throw new WireFormatException(options[0].Where, "must be the only subcommand, at most two levels down");
            }

            level = options[0];
            path = $"{path} {Name(level)}";
        }
    }

    private static bool IsLevel(JsonPlace option) => option.Required("type").WholeNumber() is (long)OptionType.Subcommand or (long)OptionType.SubcommandGroup;

    private static string Name(JsonPlace place)
    {
        var name = place.Required("name");
        return name.Filled().Any(char.IsWhiteSpace) ? throw new WireFormatException(name.Where, "must hold no white space") : name.Text();
    }

    private static CommandOptionValue ReadOption(JsonPlace option, bool typing)
    {
        var focused = option.Optional("focused")?.Flag() ?? false;
        var value = option.Optional("value");
        var read = value is not { } given ? (typing ? "" : null) : typing ? Typed(option, given, focused) : Sent(option, given);
        return new CommandOptionValue(Name(option), read, focused);
    }

    private static object Sent(JsonPlace option, JsonPlace value) => (OptionType)option.Required("type").WholeNumber() switch
    {
        OptionType.Text => value.Text(),
        OptionType.WholeNumber => value.WholeNumber(),
        OptionType.Boolean => value.Flag(),
        OptionType.Number => value.Number(),
        OptionType.User or OptionType.Channel or OptionType.Role or OptionType.Attachment or Mentionable => value.Snowflake(),
        _ => throw new WireFormatException($"{option.Where}.type", "is unknown"),
    };

    // While typing, Discord checks nothing: a number may be half a number, in a string.
    private static object Typed(JsonPlace option, JsonPlace value, bool focused)
    {
        var raw = value.Value.ValueKind == System.Text.Json.JsonValueKind.String ? value.Text() : value.Value.GetRawText();
        if (focused)
        {
            return raw;
        }

        try
        {
            return Sent(option, value);
        }
        catch (WireFormatException)
        {
            return raw;
        }
    }

    private const OptionType Mentionable = (OptionType)9;
}
