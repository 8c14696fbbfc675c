using Telenovela.Bot.Commands.Definitions;
using Telenovela.Playground.People;
using Telenovela.Playground.Texts;

namespace Telenovela.Playground.Commands;

/// <summary>Something that can be sent: a command without subcommands, or one subcommand.</summary>
/// <param name="Id">Snowflake of the whole command, made up.</param>
/// <param name="Root">The whole command.</param>
/// <param name="Subcommand">The subcommand; null where the command has none.</param>
public sealed record PlaygroundCommand(ulong Id, CommandDefinition Root, OptionDefinition? Subcommand)
{
    /// <summary>The group that the subcommand is in; null where it is in none.</summary>
    public OptionDefinition? Group { get; init; }

    /// <summary>English names separated by spaces, as the bot knows it.</summary>
    public string Path => Joined(text => text.English);

    /// <summary>What can be given, required options first.</summary>
    public IReadOnlyList<OptionDefinition> Options => Subcommand?.Options ?? Root.Options;

    /// <summary>The names as shown in a language.</summary>
    public string PathIn(PlaygroundLocale locale) => Joined(locale.Of);

    /// <summary>What it does, in a language.</summary>
    public string DescriptionIn(PlaygroundLocale locale) => locale.Of((Subcommand?.Description) ?? Root.Description);

    /// <summary>Whether the person may see it, as Discord hides a command from members without its default permissions.</summary>
    public bool IsFor(PlaygroundPerson person) =>
        Root.DefaultMemberPermissions is not { } needed || (person.Permissions & needed) == needed;

    private string Joined(Func<LocalizedText, string> shown) =>
        string.Join(' ', new[] { Root.Name, Group?.Name, Subcommand?.Name }.OfType<LocalizedText>().Select(shown));
}
