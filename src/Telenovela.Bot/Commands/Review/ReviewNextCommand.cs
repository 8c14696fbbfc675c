using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.Review;

/// <summary><c>/telenovela-review next</c>: the next pending line, with its context and what the checks noticed.</summary>
/// <param name="moderators">Says who may.</param>
/// <param name="message">Shows it.</param>
public sealed class ReviewNextCommand(Moderators moderators, ReviewMessage message) : ISubcommand
{
    /// <inheritdoc/>
    public string Name => "telenovela-review next";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("next", "siguiente"), new("The next line that waits", "La siguiente línea que espera"));

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = await moderators.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        return await message.NextAsync(guild, 0, cancellationToken).ConfigureAwait(false);
    }
}
