using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Discord.Registration;

namespace Telenovela.Tests.Discord.Registration;

public sealed class CommandLimitsTests
{
    private static readonly LocalizedText Name = new("name", "nombre");
    private static readonly LocalizedText Words = new("Words", "Palabras");

    public static TheoryData<CommandDefinition, string> Wrong => new()
    {
        { new CommandDefinition(new("Upper", "nombre"), Words, []), "Upper: the name \"Upper\" isn't" },
        { new CommandDefinition(new("name", "dos palabras"), Words, []), "name: the name \"dos palabras\" isn't" },
        { new CommandDefinition(new(new string('x', 33), "nombre"), Words, []), "isn't 1 to 32" },
        { new CommandDefinition(Name, new("", "x"), []), "the description \"\" hasn't" },
        { new CommandDefinition(Name, new("x", new string('x', 101)), []), "hasn't 1 to 100" },
        { Of([.. Enumerable.Range(0, 26).Select(n => Option($"o{n}"))]), "more than 25 options" },
        { Of(Option("a"), Option("b") with { Required = true }), "required options come first" },
        { Of(Option("a"), Option("a")), "two options with one name" },
        { Of(Option("a"), new OptionDefinition(OptionType.Subcommand, Name, Words)), "subcommands and options don't mix" },
        { Of(Option("a") with { Options = [Option("b")] }), "only subcommands have options" },
        { Of(Option("a"), Group(Subcommand("b"))), "subcommands and options don't mix" },
        { Of(Subcommand("a") with { Options = [Subcommand("b")] }), "a subcommand holds no subcommands" },
        { Of(Group()), "a group holds subcommands" },
        { Of(Group(Option("a"))), "a group holds subcommands" },
        { Of(Group(Group(Subcommand("a")))), "a group holds subcommands" },
        { Of(Group(Subcommand("a"), Subcommand("a"))), "two options with one name" },
        { Of(Option("a") with { Autocomplete = true, Choices = [new Choice("a", "a")] }), "exclude each other" },
        { Of(Option("a") with { Choices = [.. Enumerable.Range(0, 26).Select(n => new Choice($"{n}", $"{n}"))] }), "more than 25 choices" },
        { Of(Option("a") with { Choices = [new Choice("", "a")] }), "a choice has 1 to 100 characters" },
        { Of(Option("a") with { Type = OptionType.WholeNumber, Choices = [new Choice("a", "1.5")] }), "isn't a number of its kind" },
        { Of([.. Enumerable.Range(0, 25).Select(n => Option($"o{n}") with { Choices = [.. Enumerable.Range(0, 4).Select(c => new Choice(new string('x', 100), "v"))] })]), "more than 8,000" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Says_What_Is_Wrong_When_A_Command_Is(CommandDefinition command, string words) =>
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => CommandLimits.Validate([command])).Message, StringComparison.Ordinal);

    [Fact]
    public void Says_What_Is_Wrong_When_There_Are_Too_Many()
    {
        var failure = Assert.Throws<ArgumentException>(() => CommandLimits.Validate([.. Enumerable.Repeat(Of(), 101)]));

        Assert.Contains("at most 100 commands", failure.Message, StringComparison.Ordinal);
        Assert.Contains("names are unique", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_Content_When_All_Is_Well() => CommandLimits.Validate(new FakeCatalog().Commands);

    private static CommandDefinition Of(params IReadOnlyList<OptionDefinition> options) => new(Name, Words, options);

    private static OptionDefinition Subcommand(string name) => new(OptionType.Subcommand, new(name, name), Words);

    private static OptionDefinition Group(params IReadOnlyList<OptionDefinition> subcommands) => new(OptionType.SubcommandGroup, Name, Words) { Options = subcommands };

    private static OptionDefinition Option(string name) => new(OptionType.Text, new(name, name), Words);
}
