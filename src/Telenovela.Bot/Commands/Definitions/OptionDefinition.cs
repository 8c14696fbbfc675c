using Telenovela.Bot.Interactions.Replies;

namespace Telenovela.Bot.Commands.Definitions;

/// <summary>A subcommand, a group of subcommands or an option of a command.</summary>
/// <param name="Type">What kind.</param>
/// <param name="Name">Lower case, 1 to 32 letters, digits, hyphens or underscores.</param>
/// <param name="Description">At most 100 characters.</param>
public sealed record OptionDefinition(OptionType Type, LocalizedText Name, LocalizedText Description)
{
    /// <summary>The options of a subcommand, or the subcommands of a group.</summary>
    public IReadOnlyList<OptionDefinition> Options { get; init; } = [];

    /// <summary>Whether the option must be given.</summary>
    public bool Required { get; init; }

    /// <summary>Whether suggestions are asked for while it is typed. Excludes <see cref="Choices"/>.</summary>
    public bool Autocomplete { get; init; }

    /// <summary>The fixed list to choose from; at most 25.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Smallest number.</summary>
    public double? MinValue { get; init; }

    /// <summary>Largest number.</summary>
    public double? MaxValue { get; init; }

    /// <summary>Fewest characters of a text.</summary>
    public int? MinLength { get; init; }

    /// <summary>Most characters of a text.</summary>
    public int? MaxLength { get; init; }
}
