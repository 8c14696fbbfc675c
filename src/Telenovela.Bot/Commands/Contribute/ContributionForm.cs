using Microsoft.Extensions.Localization;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary>The form in which lines are given.</summary>
/// <param name="arcs">The plot lines to choose from.</param>
/// <param name="text">What is said.</param>
public sealed class ContributionForm(CorpusArcs arcs, IStringLocalizer<ContributeText> text)
{
    /// <summary>Most characters of all lines together.</summary>
    public const int MostText = 3900;

    /// <summary>Most characters of a title.</summary>
    public const int MostTitle = 80;

    /// <summary>Most characters of a name.</summary>
    public const int MostName = 60;

    /// <summary>Languages that lines are taken in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "es"];

    /// <summary>The form, filled in as far as is known.</summary>
    /// <param name="fields">What stands in it.</param>
    public ModalReply Show(ContributionFields fields) => new(
        ContributeModal.HandlerName,
        text["Form_Title"],
        [
            new ModalField(
                text["Form_Telenovela"], new TextInput(ContributionFields.TelenovelaField, MaxLength: MostTitle, Value: Filled(fields.Telenovela, MostTitle)), text["Form_TelenovelaHint"]),
            new ModalField(
                text["Form_Character"], new TextInput(ContributionFields.CharacterField, Required: false, MaxLength: MostName, Value: Filled(fields.Character, MostName)), text["Form_CharacterHint"]),
            new ModalField(
                text["Form_Text"],
                new TextInput(ContributionFields.TextField, Paragraph: true, MaxLength: MostText, Value: Filled(fields.Text, MostText), Placeholder: text["Form_TextPlaceholder"]),
                text["Form_TextHint"]),
            new ModalField(text["Form_Arc"], new SelectMenu(ContributionFields.ArcField, Arcs(fields.Arc))),
            new ModalField(
                text["Form_Language"],
                new SelectMenu(
                    ContributionFields.LanguageField,
                    [
                        new SelectOption(
                            text["Form_AnyLanguage"], ContributionFields.AnyLanguage, Default: !Languages.Contains(fields.Language)),
                        .. Languages.Select(code => new SelectOption(text["Language_" + code], code, Default: code == fields.Language)),
                    ])),
        ]);

    private static string? Filled(string value, int most) => value.Length == 0 ? null : value[..Math.Min(value.Length, most)];

    private List<SelectOption> Arcs(string chosen) =>
    [
        new SelectOption(text["Form_NoArc"], ContributionFields.NoArc, Default: !arcs.Names.Contains(chosen)),
        .. arcs.Names.Take(24).Select(arc => new SelectOption(
            SafeText.Plain(text["Arc_" + arc] is { ResourceNotFound: false } named ? named : arc.Replace('-', ' '), 100), arc, Default: arc == chosen)),
    ];
}
