using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>Sends first responses by a call of their own, for transports that can't answer in place as an HTTP endpoint does.</summary>
public interface ICallbackSender
{
    /// <summary>Sends the first response to <paramref name="interaction"/>; due within three seconds.</summary>
    Task PostCallbackAsync(Interaction interaction, Reply reply, CancellationToken cancellationToken);
}
