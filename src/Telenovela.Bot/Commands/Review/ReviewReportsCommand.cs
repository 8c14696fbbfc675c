using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.Review;

/// <summary><c>/telenovela-review reports</c>: texts that people reported.</summary>
/// <param name="moderators">Says who may.</param>
/// <param name="message">Shows them.</param>
public sealed class ReviewReportsCommand(Moderators moderators, ReportMessage message) : ISubcommand
{
    /// <inheritdoc/>
    public string Name => "telenovela-review reports";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("reports", "avisos"), new("Texts that people reported", "Textos que la gente denunció"));

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = await moderators.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        return await message.NextAsync(guild, 0, cancellationToken).ConfigureAwait(false);
    }
}
