using Telenovela.Playground.Replies;

namespace Telenovela.Playground.Sessions;

/// <summary>An interaction that was answered.</summary>
/// <param name="Interaction">Its snowflake.</param>
/// <param name="Response">The first response.</param>
/// <param name="Start">Begins the promised work; to be called when the response is on the page.</param>
internal sealed record Exchange(ulong Interaction, CallbackBody Response, Action Start);
