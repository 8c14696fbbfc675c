using System.Globalization;
using System.Text.RegularExpressions;
using Telenovela.Bot.Commands.Definitions;

namespace Telenovela.Discord.Registration;

/// <summary>Discord's rules for commands (API documentation, "Application Command Object", "Registering a Command").</summary>
public static partial class CommandLimits
{
    /// <summary>Commands of an application.</summary>
    public const int Commands = 100;

    /// <summary>Options of a command or subcommand, subcommands of a command, and choices of an option.</summary>
    public const int Entries = 25;

    /// <summary>Characters of a description, and of a choice's name and value.</summary>
    public const int Description = 100;

    /// <summary>Characters of all names, descriptions and values of one command, each in its longest language.</summary>
    public const int CommandTotal = 8000;

    /// <summary>Checks all commands.</summary>
    /// <exception cref="ArgumentException">Something breaks a rule; the message lists all of it.</exception>
    public static void Validate(IReadOnlyList<CommandDefinition> commands)
    {
        var problems = commands.SelectMany(OfCommand).ToList();
        Add(problems, commands.Count > Commands, "There are at most 100 commands.");
        Add(problems, commands.DistinctBy(command => command.Name.English).Count() < commands.Count, "Commands' names are unique.");
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(commands));
        }
    }

    private static List<string> OfCommand(CommandDefinition command)
    {
        var problems = new List<string>();
        var path = command.Name.English;
        OfTexts(problems, path, command.Name, command.Description);
        OfOptions(problems, path, command.Options);
        Add(problems, Size(command.Name) + Size(command.Description) + command.Options.Sum(Size) > CommandTotal, $"{path}: more than 8,000 characters over all.");
        return problems;
    }

    private static void OfOptions(List<string> problems, string path, IReadOnlyList<OptionDefinition> options)
    {
        Add(problems, options.Count > Entries, $"{path}: more than 25 options.");
        Add(problems, options.DistinctBy(option => option.Name.English).Count() < options.Count, $"{path}: two options with one name.");
        Add(problems, options.DistinctBy(option => option.Name.Spanish).Count() < options.Count, $"{path}: two options with one Spanish name.");
        Add(problems, options.SkipWhile(option => option.Required).Any(option => option.Required), $"{path}: required options come first.");
        Add(problems, options.Select(option => IsLevel(option.Type)).Distinct().Count() > 1, $"{path}: subcommands and options don't mix.");
        foreach (var option in options)
        {
            var at = $"{path} {option.Name.English}";
            OfTexts(problems, at, option.Name, option.Description);
            OfOptions(problems, at, option.Options);
            Add(problems, !IsLevel(option.Type) && option.Options.Count > 0, $"{at}: only subcommands have options.");
            Add(problems, option.Type == OptionType.Subcommand && option.Options.Any(below => IsLevel(below.Type)), $"{at}: a subcommand holds no subcommands.");
            Add(problems, option.Type == OptionType.SubcommandGroup && (option.Options.Count == 0 || option.Options.Any(below => below.Type != OptionType.Subcommand)), $"{at}: a group holds subcommands, and nothing else.");
            Add(problems, option.Choices.Count > Entries, $"{at}: more than 25 choices.");
            Add(problems, option.Autocomplete && option.Choices.Count > 0, $"{at}: choices and autocompletion exclude each other.");
            Add(problems, option.Choices.Any(choice => choice.Name.Length is 0 or > Description || choice.Value.Length is 0 or > Description), $"{at}: a choice has 1 to 100 characters.");
            Add(problems, IsNumber(option.Type) && option.Choices.Any(choice => !IsNumberOf(option.Type, choice.Value)), $"{at}: a choice's value isn't a number of its kind.");
        }
    }

    private static void OfTexts(List<string> problems, string path, LocalizedText name, LocalizedText description)
    {
        foreach (var text in new[] { name.English, name.Spanish })
        {
            Add(problems, !NamePattern().IsMatch(text) || text.Any(char.IsUpper), $"{path}: the name \"{text}\" isn't 1 to 32 lower-case letters, digits, hyphens or underscores.");
        }

        foreach (var text in new[] { description.English, description.Spanish })
        {
            Add(problems, text.Length is 0 or > Description, $"{path}: the description \"{text}\" hasn't 1 to 100 characters.");
        }
    }

    private static int Size(OptionDefinition option) =>
        Size(option.Name) + Size(option.Description) + option.Choices.Sum(choice => choice.Name.Length + choice.Value.Length) + option.Options.Sum(Size);

    private static int Size(LocalizedText text) => Math.Max(text.English.Length, text.Spanish.Length);

    private static bool IsLevel(OptionType type) => type is OptionType.Subcommand or OptionType.SubcommandGroup;

    private static bool IsNumber(OptionType type) => type is OptionType.WholeNumber or OptionType.Number;

    private static bool IsNumberOf(OptionType type, string value) => type == OptionType.WholeNumber
        ? long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);

    private static void Add(List<string> problems, bool wrong, string words)
    {
        if (wrong)
        {
            problems.Add(words);
        }
    }

    [GeneratedRegex(@"^[-_\p{L}\p{N}]{1,32}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
