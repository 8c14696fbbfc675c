using System.Globalization;
using System.Text.Json.Nodes;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Playground.People;
using Telenovela.Playground.Texts;
using Telenovela.Playground.Wire;

namespace Telenovela.Playground.Commands;

/// <summary>Checks what was typed for an option before it is sent, as Discord's client does, and turns it into the option's JSON.</summary>
public static class OptionValidator
{
    // Discord's whole numbers stay exact in a double.
    private const double LargestWhole = 9_007_199_254_740_991;

    /// <summary>Checks one option.</summary>
    /// <param name="option">Which.</param>
    /// <param name="text">What was typed, or the name of a choice.</param>
    public static OptionCheck Check(OptionDefinition option, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return option.Required ? OptionCheck.Wrong("ProblemRequired") : OptionCheck.Fine(null);
        }

        return option switch
        {
            { Choices.Count: > 0 } => Choice(option, text.Trim()),
            { Type: OptionType.Text } => Words(option, text),
            { Type: OptionType.WholeNumber } => Whole(option, text.Trim()),
            { Type: OptionType.Number } => Number(option, text.Trim()),
            { Type: OptionType.Boolean } => Flag(text.Trim()),
            { Type: OptionType.User } => Person(text.Trim()),
            { Type: OptionType.Channel } => OptionCheck.Fine(PlaygroundInteractionJson.Channel.ToString(CultureInfo.InvariantCulture)),
            _ => OptionCheck.Wrong("ProblemNotHere"),
        };
    }

    /// <summary>What an option's value must be like, in a few words; empty where anything goes.</summary>
    public static PlaygroundProblem? Bounds(OptionDefinition option) => (option.MinValue, option.MaxValue) switch
    {
        ({ } least, { } most) => new PlaygroundProblem("BoundsBetween", least, most),
        ({ } least, null) => new PlaygroundProblem("BoundsAtLeast", least),
        (null, { } most) => new PlaygroundProblem("BoundsAtMost", most),
        _ => option is { MaxLength: { } characters, Choices.Count: 0 } ? new PlaygroundProblem("BoundsCharacters", characters) : null,
    };

    private static OptionCheck Choice(OptionDefinition option, string text)
    {
        var choice = option.Choices.FirstOrDefault(choice => choice.Name.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? option.Choices.FirstOrDefault(choice => choice.Value.Equals(text, StringComparison.OrdinalIgnoreCase));
        return choice is null ? OptionCheck.Wrong("ProblemChoice") : OptionCheck.Fine(Typed(option.Type, choice));
    }

    private static JsonNode Typed(OptionType type, Choice choice) => type switch
    {
        OptionType.WholeNumber => long.Parse(choice.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        OptionType.Number => double.Parse(choice.Value, NumberStyles.Float, CultureInfo.InvariantCulture),
        _ => choice.Value,
    };

    private static OptionCheck Words(OptionDefinition option, string text) =>
        text.Length < option.MinLength ? OptionCheck.Wrong("ProblemTooShort", option.MinLength, text.Length)
        : text.Length > option.MaxLength ? OptionCheck.Wrong("ProblemTooLong", option.MaxLength, text.Length)
        : OptionCheck.Fine(text);

    private static OptionCheck Whole(OptionDefinition option, string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && Math.Abs((double)whole) <= LargestWhole
            ? Within(option, whole) ?? OptionCheck.Fine(whole)
            : OptionCheck.Wrong("ProblemWhole");

    // People write decimals with a point or, in Spanish, a comma.
    private static OptionCheck Number(OptionDefinition option, string text) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? Within(option, number) ?? OptionCheck.Fine(number)
            : OptionCheck.Wrong("ProblemNumber");

    private static OptionCheck? Within(OptionDefinition option, double number) =>
        (number < option.MinValue || number > option.MaxValue) && Bounds(option) is { } bounds
            ? OptionCheck.Wrong("Problem" + bounds.Key, bounds.Arguments)
            : null;

    private static OptionCheck Flag(string text) => Words(PlaygroundLocale.All, "True").Contains(text, StringComparer.CurrentCultureIgnoreCase) ? OptionCheck.Fine(true)
        : Words(PlaygroundLocale.All, "False").Contains(text, StringComparer.CurrentCultureIgnoreCase) ? OptionCheck.Fine(false)
        : OptionCheck.Wrong("ProblemBoolean");

    private static IEnumerable<string> Words(IEnumerable<PlaygroundLocale> locales, string key) =>
        locales.Select(locale => PlaygroundText.Get(locale, key)).Append(key);

    private static OptionCheck Person(string text)
    {
        var name = text.TrimStart('@');
        var person = PlaygroundPeople.All.FirstOrDefault(person =>
            person.DisplayName.Equals(name, StringComparison.OrdinalIgnoreCase) || person.UserName.Equals(name, StringComparison.OrdinalIgnoreCase));
        return person is null ? OptionCheck.Wrong("ProblemPerson") : OptionCheck.Fine(person.Id.ToString(CultureInfo.InvariantCulture));
    }
}
