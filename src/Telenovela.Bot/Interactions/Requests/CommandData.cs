namespace Telenovela.Bot.Interactions.Requests;

/// <summary>A slash command as it was sent or is being typed.</summary>
/// <param name="Id">Snowflake of the registered command, 0 where it has none.</param>
/// <param name="Path">The command's name with its subcommand group and subcommand, separated by spaces: <c>telenovela generate</c>.</param>
/// <param name="Options">The options of the innermost subcommand, in the order sent.</param>
public sealed record CommandData(ulong Id, string Path, IReadOnlyList<CommandOptionValue> Options)
{
    /// <summary>Files given to attachment options, by their snowflake.</summary>
    public IReadOnlyDictionary<ulong, AttachmentData> Attachments { get; init; } = new Dictionary<ulong, AttachmentData>();

    /// <summary>The option being typed; null unless the interaction asks for autocompletion.</summary>
    public CommandOptionValue? Focused => Options.FirstOrDefault(option => option.Focused);

    /// <summary>The words given for a text option, trimmed; null where it is missing or blank.</summary>
    public string? Text(string name) =>
        Options.FirstOrDefault(option => option.Name == name)?.Value is string text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>The value given for a whole-number option; null where it is missing.</summary>
    public long? WholeNumber(string name) => Options.FirstOrDefault(option => option.Name == name)?.Value switch
    {
        long whole => whole,
        double number when number is > long.MinValue and < long.MaxValue => (long)number,
        _ => null,
    };

    /// <summary>The value given for a number option; null where it is missing.</summary>
    public double? Number(string name) => Options.FirstOrDefault(option => option.Name == name)?.Value switch
    {
        double number => number,
        long whole => whole,
        _ => null,
    };
}
