using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Storage;

namespace Telenovela.Bot.Commands.Privacy;

/// <summary><c>/telenovela privacy</c>: what is kept about people, why, for how long, and how it is deleted.</summary>
/// <param name="storage">How long backups live.</param>
/// <param name="text">What is said.</param>
public sealed class PrivacyCommand(IOptions<StorageOptions> storage, IStringLocalizer<ContributeText> text) : ISubcommand
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
                Description = text["Privacy_Never"],
                Color = Rose,
                Fields =
                [
                    new EmbedField(text["Privacy_Kept"], text["Privacy_KeptText"]),
                    new EmbedField(text["Privacy_Why"], text["Privacy_WhyText"]),
                    new EmbedField(text["Privacy_HowLong"], text["Privacy_HowLongText", storage.Value.BackupDays]),
                    new EmbedField(text["Privacy_Yours"], text["Privacy_YoursText"]),
                ],
            },
        ],
    });
}
