using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Admin;

/// <summary><c>/telenovela-admin words</c>: words that neither a contributed line nor a written one may hold.</summary>
/// <param name="administrators">Says who may.</param>
/// <param name="settings">Keeps them.</param>
/// <param name="text">What is said.</param>
public sealed class AdminWordsCommand(Administrators administrators, GuildSettingsStore settings, IStringLocalizer<ReviewText> text) : ISubcommand
{
    /// <inheritdoc/>
    public string Name => "telenovela-admin words";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("words", "palabras"), new("Words that no line may hold", "Palabras que ninguna línea puede llevar"))
    {
        Options =
        [
            new(OptionType.Text, new("do", "hacer"), new("Add, remove, or list", "Añadir, quitar o ver"))
            {
                Required = true,
                Choices = [new Choice("list", "list"), new Choice("add", "add"), new Choice("remove", "remove")],
            },
            new(OptionType.Text, new("language", "idioma"), new("Of which language", "De qué idioma")) { Required = true, Choices = [new Choice("English", "en"), new Choice("Español", "es")] },
            new(OptionType.Text, new("words", "palabras"), new("Separated by commas", "Separadas por comas")) { MaxLength = 1000 },
        ],
    };

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = administrators.Require(interaction);
        var command = interaction.Command!;
        var language = command.Text("language") is "es" ? "es" : "en";
        var words = (command.Text("words") ?? "").Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var what = command.Text("do");
        if (what is "add" or "remove" && words.Length == 0)
        {
            throw new ReplyException(text["Words_Which"]);
        }

        var changed = what switch
        {
            "add" => await settings.AddWordsAsync(guild, language, words, cancellationToken).ConfigureAwait(false),
            "remove" => await settings.RemoveWordsAsync(guild, language, words, cancellationToken).ConfigureAwait(false),
            _ => 0,
        };
        var all = await settings.WordsAsync(guild, language, cancellationToken).ConfigureAwait(false);
        var list = all.Count == 0 ? text["Words_None"].Value : SafeText.Inline(string.Join(", ", all), 1500);
        return new MessageReply { Ephemeral = true, Content = $"{(what is "add" or "remove" ? text["Words_Changed", changed].Value + "\n" : "")}{text["Words_List", language, all.Count]} {list}" };
    }
}
