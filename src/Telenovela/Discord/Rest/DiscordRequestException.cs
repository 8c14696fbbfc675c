using System.Net;

namespace Telenovela.Discord.Rest;

/// <summary>Discord refused a request, or couldn't be reached. The message holds no token.</summary>
/// <param name="message">What was asked and what came of it.</param>
/// <param name="status">The answer's status, null when there was no answer.</param>
/// <param name="inner">Why there was no answer.</param>
public sealed class DiscordRequestException(string message, HttpStatusCode? status, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The answer's status; null when there was no answer.</summary>
    public HttpStatusCode? Status { get; } = status;
}
