using System.Net;

namespace Telenovela.Discord.Rest;

/// <summary>
/// Stops asking once the bot's token was refused. Requests without it (those with an interaction token in their path) pass: there
/// a 401 concerns that one interaction.
/// </summary>
internal sealed partial class UnauthorizedCircuitHandler(UnauthorizedCircuit circuit, ILogger<DiscordRestClient> logger) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is null)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        if (circuit.IsOpen)
        {
            throw new DiscordUnauthorizedException("Discord refused the bot's token earlier, so it wasn't asked again.");
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        response.Dispose();
        if (circuit.Open())
        {
            Log.Refused(logger);
        }

        throw new DiscordUnauthorizedException("Discord refused the bot's token.");
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Critical, Message =
            "Discord refused the bot's token (401). Nothing that needs it will be tried again until the next start: check Discord:Token")]
        public static partial void Refused(ILogger logger);
    }
}
