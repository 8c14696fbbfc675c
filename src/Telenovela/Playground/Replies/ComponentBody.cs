using System.Text.Json.Serialization;

namespace Telenovela.Playground.Replies;

/// <summary>A component as it stands in JSON; which members are there depends on <see cref="Type"/>.</summary>
public sealed record ComponentBody
{
    /// <summary>Which kind.</summary>
    public ComponentKind Type { get; init; }

    /// <summary>Comes back to the bot when the component is used.</summary>
    public string CustomId { get; init; } = "";

    /// <summary>A button's or a field's label.</summary>
    public string? Label { get; init; }

    /// <summary>More words below a label.</summary>
    public string? Description { get; init; }

    /// <summary>A button's colour (1 to 5), or 2 for a text field of several lines.</summary>
    public int Style { get; init; }

    /// <summary>A button's emoji.</summary>
    public EmojiBody? Emoji { get; init; }

    /// <summary>Where a button of style 5 leads.</summary>
    public string? Url { get; init; }

    /// <summary>Whether it can't be used.</summary>
    public bool Disabled { get; init; }

    /// <summary>A select's entries.</summary>
    public IReadOnlyList<SelectOptionBody> Options { get; init; } = [];

    /// <summary>Shown while nothing was entered or chosen.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Fewest entries or files.</summary>
    public int? MinValues { get; init; }

    /// <summary>Most entries or files.</summary>
    public int? MaxValues { get; init; }

    /// <summary>Fewest characters.</summary>
    public int? MinLength { get; init; }

    /// <summary>Most characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Whether a modal's field must be filled; Discord's default is that it must.</summary>
    public bool? Required { get; init; }

    /// <summary>What stands in a text field from the start.</summary>
    public string? Value { get; init; }

    /// <summary>Words to be read.</summary>
    public string? Content { get; init; }

    /// <summary>What a row holds.</summary>
    public IReadOnlyList<ComponentBody> Components { get; init; } = [];

    /// <summary>What a label stands above.</summary>
    public ComponentBody? Component { get; init; }

    /// <summary>Whether it must be filled in a modal.</summary>
    [JsonIgnore]
    public bool MustBeFilled => Required ?? true;
}
