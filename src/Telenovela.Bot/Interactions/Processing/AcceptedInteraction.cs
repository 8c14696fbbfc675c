using Telenovela.Bot.Interactions.Replies;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>An interaction whose first response is known.</summary>
/// <param name="Response">What the transport sends at once.</param>
/// <param name="Start">
/// To be called once, after the response has left (an edit that overtakes its deferral gets 404): begins the work that the
/// deferral promised. Does nothing where nothing was promised, or when called again.
/// </param>
public sealed record AcceptedInteraction(Reply Response, Action Start);
