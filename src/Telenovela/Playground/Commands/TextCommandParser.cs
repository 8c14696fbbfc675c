using System.Text;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Playground.People;
using Telenovela.Playground.Texts;

namespace Telenovela.Playground.Commands;

/// <summary>
/// Reads <c>/telenovela generate prompt:"Te amo" length:200</c>. Options are named in any language, in any order; a value without
/// quotes goes on until the next option begins. Pure and total: what can't be understood becomes a problem.
/// </summary>
/// <param name="book">The commands.</param>
public sealed class TextCommandParser(CommandBook book)
{
    /// <summary>Reads one line.</summary>
    /// <param name="line">With the slash.</param>
    /// <param name="person">Who types; commands that they may not see are unknown.</param>
    public TextCommand Parse(string line, PlaygroundPerson person)
    {
        var typed = line.Trim().TrimStart('/').TrimStart();
        var (command, rest) = book.Match(typed, person);
        if (command is null)
        {
            return new TextCommand(null, [], new PlaygroundProblem("ProblemUnknownCommand", "/" + typed));
        }

        var values = new List<KeyValuePair<OptionDefinition, string>>();
        var at = 0;
        while (SkipSpace(rest, at) is var start && start < rest.Length)
        {
            var (option, valueAt) = OptionAt(command, rest, start);
            if (option is null)
            {
                return Stray(command, values, rest[start..]);
            }

            if (values.Exists(value => value.Key == option))
            {
                return new TextCommand(command, values, new PlaygroundProblem("ProblemTwice", option.Name.English));
            }

            (var text, at) = Value(command, option, rest, valueAt);
            values.Add(new(option, text));
        }

        return new TextCommand(command, values, null);
    }

    private static TextCommand Stray(PlaygroundCommand command, List<KeyValuePair<OptionDefinition, string>> values, string words)
    {
        var colon = words.IndexOf(':', StringComparison.Ordinal);
        var isName = colon > 0 && !words[..colon].Any(char.IsWhiteSpace);
        return new TextCommand(command, values, isName
            ? new PlaygroundProblem("ProblemUnknownOption", words[..colon])
            : new PlaygroundProblem("ProblemStray", words))
        {
            Loose = isName ? "" : words,
        };
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The option whose name and colon stand at a place, and where its value begins.</summary>
    private static (OptionDefinition? Option, int ValueAt) OptionAt(PlaygroundCommand command, string text, int at)
    {
        foreach (var option in command.Options)
        {
            foreach (var name in new[] { option.Name.English, option.Name.Spanish })
            {
                var end = at + name.Length;
                if (end < text.Length && text[end] == ':' && string.Compare(text, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0)
                {
                    return (option, end + 1);
                }
            }
        }

        return (null, at);
    }

    private static (string Text, int End) Value(PlaygroundCommand command, OptionDefinition option, string text, int at)
    {
        var start = SkipSpace(text, at);
        if (start < text.Length && ClosingOf(text[start]) is { } closing)
        {
            return Quoted(text, start + 1, closing);
        }

        if (start > at && OptionAt(command, text, start).Option is not null)
        {
            return ("", start);
        }

        // Numbers and the like are one word; words go on until the next option, which stands behind white space.
        var isWords = option.Type is OptionType.Text or OptionType.User;
        var end = start;
        while (end < text.Length && !(char.IsWhiteSpace(text[end]) && (!isWords || OptionAt(command, text, SkipSpace(text, end)).Option is not null)))
        {
            end++;
        }

        return (text[start..end].TrimEnd(), end);
    }

    private static (string Text, int End) Quoted(string text, int at, char closing)
    {
        var value = new StringBuilder();
        while (at < text.Length && text[at] != closing)
        {
            // A backslash lets a quote, or a backslash, stand inside.
            if (text[at] == '\\' && at + 1 < text.Length && (text[at + 1] == closing || text[at + 1] == '\\'))
            {
                at++;
            }

            value.Append(text[at++]);
        }

        return (value.ToString(), Math.Min(at + 1, text.Length));
    }

    private static char? ClosingOf(char opening) => opening switch
    {
        '"' => '"',
        '“' => '”',
        '«' => '»',
        _ => null,
    };
}
