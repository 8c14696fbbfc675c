using System.Globalization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Playground.People;
using Telenovela.Playground.Texts;
using Telenovela.Playground.Wire;

namespace Telenovela.Playground.Commands;

/// <summary>The catalogue's commands, each subcommand by itself, to be looked up as people type.</summary>
/// <param name="catalog">All commands.</param>
public sealed class CommandBook(ICommandCatalog catalog)
{
    private const ulong FirstId = 700_000_000_000_000_400;
    private const CompareOptions Lenient = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    /// <summary>All, in the catalogue's order.</summary>
    public IReadOnlyList<PlaygroundCommand> All { get; } = [.. catalog.Commands.SelectMany((command, at) => Flatten(command, FirstId + (ulong)at))];

    /// <summary>The command with that path in any language, case aside; null where there is none that the person may see.</summary>
    public PlaygroundCommand? Find(string path, PlaygroundPerson person) =>
        All.FirstOrDefault(command => command.IsFor(person) && Names(command).Contains(path, StringComparer.OrdinalIgnoreCase));

    /// <summary>What the person may mean with what was typed behind the slash; the likeliest first. Accents and case don't matter.</summary>
    public IReadOnlyList<PlaygroundCommand> Search(string typed, PlaygroundActor actor)
    {
        var words = typed.TrimStart();
        return
        [
            .. All.Where(command => command.IsFor(actor.Person))
                .Select(command => (Command: command, Rank: Rank(words, command.PathIn(actor.Locale), command.Path)))
                .Where(found => found.Rank < int.MaxValue)
                .OrderBy(found => found.Rank)
                .Select(found => found.Command),
        ];
    }

    /// <summary>The command whose whole path <paramref name="typed"/> begins with, and what follows it; the longest path wins.</summary>
    /// <param name="typed">What was typed behind the slash.</param>
    /// <param name="person">Who types.</param>
    public (PlaygroundCommand? Command, string Behind) Match(string typed, PlaygroundPerson person)
    {
        var matches =
            from command in All
            where command.IsFor(person)
            from name in Names(command)
            where typed.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            where typed.Length == name.Length || char.IsWhiteSpace(typed[name.Length])
            orderby name.Length descending
            select ((PlaygroundCommand?)command, typed[name.Length..]);
        return matches.FirstOrDefault((null, typed));
    }

    /// <summary>Whether <paramref name="part"/> stands in <paramref name="text"/>, accents and case aside.</summary>
    internal static bool Contains(string text, string part) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, part, Lenient) >= 0;

    private static int Rank(string typed, string shown, string path)
    {
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        return compare.IsPrefix(shown, typed, Lenient) || compare.IsPrefix(path, typed, Lenient) ? 0
            : shown.Split(' ').Any(word => compare.IsPrefix(word, typed, Lenient)) ? 1
            : Contains(shown, typed) ? 2
            : int.MaxValue;
    }

    private static IEnumerable<PlaygroundCommand> Flatten(CommandDefinition command, ulong id)
    {
        var levels = command.Options.Where(option => option.Type is OptionType.Subcommand or OptionType.SubcommandGroup).ToList();
        return levels.Count == 0 ? [new(id, command, null)] : levels.SelectMany(level => level.Type == OptionType.SubcommandGroup
            ? level.Options.Select(subcommand => new PlaygroundCommand(id, command, subcommand) { Group = level })
            : [new PlaygroundCommand(id, command, level)]);
    }

    private static IEnumerable<string> Names(PlaygroundCommand command) =>
        PlaygroundLocale.All.Select(command.PathIn).Append(command.Path).Distinct();
}
