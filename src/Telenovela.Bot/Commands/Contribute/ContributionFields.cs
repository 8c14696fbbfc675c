using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary>What the form asks for, as it was filled in or is to be shown.</summary>
/// <param name="Telenovela">Id or title, existing or new.</param>
/// <param name="Character">Who speaks.</param>
/// <param name="Text">The line, or several.</param>
/// <param name="Arc">The plot line.</param>
/// <param name="Language">ISO 639-1, or <see cref="AnyLanguage"/>.</param>
public sealed record ContributionFields(string Telenovela, string Character, string Text, string Arc, string Language)
{
    /// <summary>Ids of the form's fields.</summary>
    public const string TelenovelaField = "telenovela", CharacterField = "character", TextField = "text", ArcField = "arc", LanguageField = "language";

    /// <summary>The choice of no arc.</summary>
    public const string NoArc = "-";

    /// <summary>The choice of whatever language the telenovela and the lines are in.</summary>
    public const string AnyLanguage = "-";

    private const int FormMarks = 8;

    /// <summary>An empty form.</summary>
    public static ContributionFields Empty { get; } = new("", "", "", NoArc, AnyLanguage);

    /// <summary>What was sent.</summary>
    /// <param name="modal">The form.</param>
    public static ContributionFields Of(ModalData modal) => new(
        modal.Text(TelenovelaField) ?? "", modal.Text(CharacterField) ?? "", modal.Text(TextField) ?? "",
        modal.Text(ArcField) ?? NoArc, modal.Text(LanguageField) ?? AnyLanguage);

    /// <summary>Everything but the text, on five lines, to be kept in a message under which the form can be opened again.</summary>
    public string ToNote() => Fence(string.Join('\n', ((string[])[Telenovela, Character, Arc, Language]).Select(OneLine)));

    /// <summary>The text, to be kept in a message.</summary>
    public string ToKeptText() => Fence(Text);

    /// <summary>Reads back what a message kept.</summary>
    /// <param name="keptText">See <see cref="ToKeptText"/>.</param>
    /// <param name="note">See <see cref="ToNote"/>.</param>
    /// <returns>Null where it isn't that.</returns>
    public static ContributionFields? FromKept(string keptText, string note) =>
        Unfence(keptText) is { } text && Unfence(note)?.Split('\n') is [var telenovela, var character, var arc, var language]
            ? new ContributionFields(telenovela, character, text, arc, language)
            : null;

    private static string OneLine(string value) => value.ReplaceLineEndings(" ");

    /// <summary>Discord shows what stands between the marks as it is: nothing of it pings, links or is formatted.</summary>
    private static string Fence(string value) => $"```\n{value.Replace("```", "\'\'\'", StringComparison.Ordinal)}\n```";

    private static string? Unfence(string value) =>
        value.Length >= FormMarks && value.StartsWith("```\n", StringComparison.Ordinal) && value.EndsWith("\n```", StringComparison.Ordinal) ? value[4..^4] : null;
}
