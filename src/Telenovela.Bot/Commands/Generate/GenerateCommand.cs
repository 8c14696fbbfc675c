using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Commands.Generate;

/// <summary><c>/telenovela generate</c>: new lines from a language model.</summary>
public sealed class GenerateCommand(IScriptWriter telenovelas, GuildWriter writer, GeneratedMessage message, IStringLocalizer<BotText> text)
    : ISubcommand, IAutocompletion
{
    private const int MostChoices = 25;

    /// <inheritdoc/>
    public string Name => "telenovela generate";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("generate", "generar"), new("Writes new lines", "Escribe líneas nuevas"))
    {
        Options =
        [
            new(OptionType.Text, new("telenovela", "telenovela"), new("In which telenovela; any by default", "En qué telenovela; cualquiera si no se dice"))
            {
                Autocomplete = true,
                MaxLength = 100,
            },
            new(OptionType.Text, new("prompt", "comienzo"), new("Words that the text carries on from", "Palabras con las que empieza el texto"))
            {
                MaxLength = GenerationSettings.MaxPrompt,
            },
            new(OptionType.WholeNumber, new("length", "longitud"), new("How many characters; 280 by default", "Cuántos caracteres; 280 si no se dice"))
            {
                MinValue = GenerationSettings.MinLength,
                MaxValue = GenerationSettings.MaxLength,
            },
            new(OptionType.Number, new("temperature", "temperatura"), new("0 is timid, 0.8 the default, 1.5 delirious", "0 es tímida, 0.8 lo normal, 1.5 delirante"))
            {
                MinValue = 0,
                MaxValue = GenerationSettings.MaxTemperature,
            },
            new(OptionType.WholeNumber, new("seed", "semilla"), new("The same seed gives the same text", "La misma semilla da el mismo texto"))
            {
                MinValue = 0,
                MaxValue = 9_007_199_254_740_991,
            },
        ],
    };

    /// <inheritdoc/>
    public bool IsCostly => true;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: false);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var command = interaction.Command!;
        var settings = new GenerationSettings(
            command.Text("telenovela") ?? "",
            (int)Within(command.WholeNumber("length") ?? GenerationSettings.DefaultLength, GenerationSettings.MinLength, GenerationSettings.MaxLength, "length"),
            Within(command.Number("temperature") ?? GenerationSettings.DefaultTemperature, 0, GenerationSettings.MaxTemperature, "temperature"));
        var prompt = command.Text("prompt");
        if (prompt?.Length > GenerationSettings.MaxPrompt)
        {
            throw new ReplyException(text["PromptTooLong", GenerationSettings.MaxPrompt]);
        }

        var seed = (long)Within(command.WholeNumber("seed") ?? GenerationSettings.SeedOf(interaction.Id), 0, long.MaxValue, "seed");
        var request = settings.ToRequest(prompt, seed) with
        {
            Telenovela = command.Text("telenovela"),
            Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        };
        var written = await writer.WriteAsync(interaction.GuildId, request, cancellationToken).ConfigureAwait(false);
        return message.Show(written, prompt, settings);
    }

    /// <inheritdoc/>
    public ChoicesReply Complete(Interaction interaction)
    {
        if (interaction.Command?.Focused is not { Name: "telenovela" } focused)
        {
            return new ChoicesReply([]);
        }

        var typed = focused.Value as string ?? "";
        return new ChoicesReply(
        [
            .. telenovelas.Telenovelas
                .Where(telenovela => Contains(telenovela.Title, typed) || Contains(telenovela.Id, typed))
                .OrderByDescending(telenovela => telenovela.Language == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
                .ThenBy(telenovela => telenovela.Title, StringComparer.CurrentCulture)
                .Take(MostChoices)
                .Select(telenovela => new Choice(SafeText.Plain(telenovela.Title), telenovela.Id)),
        ]);
    }

    private static bool Contains(string name, string typed) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(
        name, typed, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    /// <summary>Discord holds to the limits; a hand-made request may not.</summary>
    private double Within(double value, double least, double most, string option) =>
        value >= least && value <= most ? value : throw new ReplyException(text["OutOfRange", option, least, most]);
}
