using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>
/// Answers one command, component or modal. Found by <see cref="Kind"/> and <see cref="Name"/>; no handler knows which transport called it.
/// </summary>
public interface IInteractionHandler
{
    /// <summary>
    /// A command's path (<c>telenovela generate</c>), or the part before the first colon of a component's or modal's custom id.
    /// </summary>
    string Name { get; }

    /// <summary>
    /// What it answers: <see cref="InteractionType.Command"/>, <see cref="InteractionType.Component"/> or
    /// <see cref="InteractionType.ModalSubmit"/>. It gets nothing else, whatever custom id comes with that.
    /// </summary>
    InteractionType Kind => InteractionType.Component;

    /// <summary>Whether it takes long enough that one person has to pause between two (<see cref="Cooldown"/>).</summary>
    /// <value>False unless said otherwise: whoever types or decides is never told to wait.</value>
    bool IsCostly => false;

    /// <summary>
    /// What is answered at once while the handler works, or null when the handler itself is quick (well under Discord's
    /// three seconds) and its reply is the first response, as a modal must be. Called before <see cref="HandleAsync"/>.
    /// </summary>
    DeferredReply? Defer(Interaction interaction);

    /// <summary>Does the work. The person's language is the current UI culture.</summary>
    /// <param name="interaction">What the person did.</param>
    /// <param name="cancellationToken">Signalled when the bot stops or the reply would come too late.</param>
    /// <returns>The answer. A <see cref="MessageReply"/> or a <see cref="Reply"/> that fits the kind of interaction.</returns>
    /// <exception cref="ReplyException">The person asked for something impossible; the message says what to do.</exception>
    Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken);
}
