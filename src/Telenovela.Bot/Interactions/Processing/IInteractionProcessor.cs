using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>The one way in for every transport.</summary>
public interface IInteractionProcessor
{
    /// <summary>
    /// Finds the handler, decides the first response and reserves a place for the work. Never throws for what a person did:
    /// errors are replies. An interaction id seen before gets the same response and no second piece of work.
    /// </summary>
    /// <param name="interaction">What the person did.</param>
    /// <param name="channel">Where later messages go.</param>
    /// <param name="cancellationToken">Signalled when the transport gives up.</param>
    Task<AcceptedInteraction> AcceptAsync(Interaction interaction, IReplyChannel channel, CancellationToken cancellationToken);
}
