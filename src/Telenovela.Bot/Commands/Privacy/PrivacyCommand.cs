using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Privacy;

/// <summary><c>/telenovela privacy</c>: what is kept about people, why, for how long, and how it is deleted.</summary>
public sealed class PrivacyCommand(DataStatement data, IStringLocalizer<ContributeText> text) : ISubcommand
{
    private const int Rose = 0xC2185B;

    /// <inheritdoc/>
    public string Name => "telenovela privacy";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("privacy", "privacidad"), new("What is kept about you, why, and how it is deleted", "Qué se guarda de ti, por qué y cómo se borra"));

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
                Title = text["Privacy_Title"],
                Color = Rose,
                Fields = data.Fields,
            },
        ],
    });
}
