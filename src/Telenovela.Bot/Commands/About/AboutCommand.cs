using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Commands.Privacy;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Commands.About;

/// <summary><c>/telenovela about</c>: what this is, which models write, from which data, under which licence, and what is kept.</summary>
public sealed class AboutCommand(IScriptWriter writer, DataStatement data, IStringLocalizer<BotText> text) : ISubcommand
{
    private const int Rose = 0xC2185B;
    private const int MostFieldCharacters = 1024;
    private const int MostName = 200;

    /// <inheritdoc/>
    public string Name => "telenovela about";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand,
        new("about", "acerca"),
        new("What this is, who wrote it, and what is kept about you", "Qué es esto, quién lo escribió y qué se guarda de ti"));

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => null;

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken) => Task.FromResult<Reply>(new MessageReply
    {
        Ephemeral = true,
        Embeds =
        [
            new Embed
            {
                Title = text["AboutTitle"],
                Description = text["AboutDescription"],
                Color = Rose,
                Fields =
                [
                    new EmbedField(text["AboutModels"], Models()),
                    .. data.Fields,
                    new EmbedField(text["AboutLicence"], text["AboutLicenceText"]),
                ],
                Footer = text["AboutFooter", typeof(AboutCommand).Assembly.GetName().Version?.ToString(3) ?? "0"],
            },
        ],
    });

    private string Models()
    {
        var lines = writer.Telenovelas.Select(telenovela =>
            $"**{SafeText.Inline(telenovela.Title, MostName)}** ({SafeText.Inline(telenovela.Language, MostName)}) · {SafeText.Code(telenovela.Model, MostName)}");
        var all = string.Join('\n', lines);
        return all.Length switch
        {
            0 => text["AboutNoModel"],
            > MostFieldCharacters => all[..all.LastIndexOf('\n', MostFieldCharacters - 2)] + "\n…",
            _ => all,
        };
    }
}
