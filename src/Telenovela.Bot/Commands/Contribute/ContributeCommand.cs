using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary><c>/telenovela contribute</c>: opens the form; whoever hasn't agreed to the terms is asked first.</summary>
/// <param name="gate">Says who may give lines.</param>
/// <param name="consent">Asks.</param>
/// <param name="form">The form.</param>
/// <param name="checks">Warmed up while the person types.</param>
/// <param name="writer">Knows telenovelas to suggest.</param>
/// <param name="text">What is said.</param>
public sealed class ContributeCommand(
    ContributionGate gate, ConsentRequest consent, ContributionForm form, ContributionChecks checks, IScriptWriter writer, IStringLocalizer<ContributeText> text) : ISubcommand, IAutocompletion
{
    private const int MostChoices = 25;

    /// <inheritdoc/>
    public string Name => "telenovela contribute";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("contribute", "contribuir"), new("Give lines that I may learn from", "Regala líneas de las que yo pueda aprender"))
    {
        Options =
        [
            new(OptionType.Text, new("telenovela", "telenovela"), new("For which telenovela: one that there is, or a new one", "Para qué telenovela: una que ya existe o una nueva"))
            {
                Autocomplete = true,
                MaxLength = ContributionForm.MostTitle,
            },
            new(OptionType.Text, new("character", "personaje"), new("Who speaks", "Quién habla")) { MaxLength = ContributionForm.MostName },
        ],
    };

    /// <summary>A modal must be the first response.</summary>
    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => null;

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        await gate.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        checks.WarmUp();
        var asked = interaction.Command!.Text("telenovela") ?? "";
        var title = writer.Telenovelas.FirstOrDefault(telenovela => telenovela.Id.Equals(asked, StringComparison.OrdinalIgnoreCase))?.Title ?? asked;
        var fields = ContributionFields.Empty with { Telenovela = title, Character = interaction.Command.Text("character") ?? "" };
        return await consent.IsGivenAsync(interaction.User.Id, cancellationToken).ConfigureAwait(false)
            ? form.Show(fields)
            : consent.Ask(ConsentNext.Form, fields);
    }

    /// <inheritdoc/>
    public ChoicesReply Complete(Interaction interaction)
    {
        if (interaction.Command?.Focused is not { Name: "telenovela" } focused)
        {
            return new ChoicesReply([]);
        }

        var typed = (focused.Value as string ?? "").Trim();
        var known = writer.Telenovelas
            .Where(telenovela => CultureInfo.InvariantCulture.CompareInfo.IndexOf(telenovela.Title, typed, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0)
            .OrderByDescending(telenovela => telenovela.Language == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
            .ThenBy(telenovela => telenovela.Title, StringComparer.CurrentCulture)
            .Select(telenovela => new Choice(SafeText.Plain(telenovela.Title, 100), telenovela.Id))
            .ToList();
        if (typed.Length > 0 && !known.Exists(choice => choice.Name.Equals(typed, StringComparison.OrdinalIgnoreCase)))
        {
            var safe = SafeText.Plain(typed, ContributionForm.MostTitle);
            known.Insert(0, new Choice(SafeText.Plain(text["Choice_New", safe], 100), safe));
        }

        return new ChoicesReply([.. known.Where(choice => choice.Name.Length > 0 && choice.Value is string { Length: > 0 }).Take(MostChoices)]);
    }
}
