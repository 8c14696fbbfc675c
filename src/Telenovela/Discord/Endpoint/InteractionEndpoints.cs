using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Discord.Rest;
using Telenovela.Discord.Wire;

namespace Telenovela.Discord.Endpoint;

/// <summary>Receives interactions over HTTP (API documentation, "Receiving and Responding").</summary>
public static partial class InteractionEndpoints
{
    /// <summary>Largest body accepted, in bytes. A modal with five full text inputs stays far below it.</summary>
    public const int LargestBody = 256 * 1024;

    /// <summary>
    /// Maps <c>POST /interactions</c>, but only when <see cref="DiscordOptions.PublicKey"/> is set: without it nothing could be verified.
    /// Answers 401 to everything that Discord didn't sign just now, 413 to bodies above <see cref="LargestBody"/>, and 400 with a
    /// reason to what is no interaction of this application.
    /// </summary>
    /// <returns>The group.</returns>
    public static RouteGroupBuilder MapInteractions(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/interactions");
        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<DiscordOptions>>().Value;
        if (options.PublicKey.Length > 0)
        {
            group.MapPost("", ReceiveAsync).DisableAntiforgery();
        }

        return group;
    }

    private static async Task<IResult> ReceiveAsync(
        HttpContext context,
        SignatureVerifier verifier,
        IInteractionProcessor processor,
        DiscordRestClient channel,
        IOptions<DiscordOptions> options,
        ILogger<SignatureVerifier> logger)
    {
        var cancellationToken = context.RequestAborted;
        var signature = Single(context.Request.Headers[SignatureVerifier.SignatureHeader]);
        var timestamp = Single(context.Request.Headers[SignatureVerifier.TimestampHeader]);
        if (!SignatureVerifier.HasForm(signature, timestamp))
        {
            return Refuse(logger, SignatureVerdict.Missing);
        }

        byte[]? body;
        try
        {
            body = await BoundedBody.ReadAsync(context.Request, LargestBody);
        }
        catch (Exception unfinished) when (unfinished is IOException or OperationCanceledException)
        {
            // Too slow, malformed, or given up: what never came whole was never signed, and nothing more can be read from there.
            context.Response.Headers.Connection = "close";
            return TypedResults.Unauthorized();
        }

        if (body is null)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var verdict = verifier.Verify(signature, timestamp, body);
        if (verdict != SignatureVerdict.Genuine)
        {
            return Refuse(logger, verdict);
        }

        var parse = InteractionParser.Parse(body);
        if (!parse.Succeeded)
        {
            Log.Malformed(logger, parse.Failure);
            return TypedResults.Problem(parse.Failure.ToString(), statusCode: StatusCodes.Status400BadRequest);
        }

        return await AnswerAsync(parse.Interaction, processor, channel, options.Value, logger, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(
        Interaction interaction,
        IInteractionProcessor processor,
        DiscordRestClient channel,
        DiscordOptions options,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        // A ping may leave the id out; where it is given, a wrong one shows at once when the endpoint is set up.
        var isPing = interaction.Type == InteractionType.Ping;
        var ours = ulong.Parse(options.ApplicationId, NumberStyles.None, CultureInfo.InvariantCulture);
        if (interaction.ApplicationId != ours && !(isPing && interaction.ApplicationId == 0))
        {
            Log.NotOurs(logger, interaction.ApplicationId);
            return TypedResults.Problem("application_id is another application's", statusCode: StatusCodes.Status400BadRequest);
        }

        if (isPing)
        {
            return new PayloadResult(ReplyJson.Callback(new PongReply()), () => { });
        }

        Log.Received(logger, interaction.Type, interaction.Id);
        var accepted = await processor.AcceptAsync(interaction, channel, cancellationToken);
        return new PayloadResult(ReplyJson.Callback(accepted.Response), accepted.Start);
    }

    private static UnauthorizedHttpResult Refuse(ILogger logger, SignatureVerdict verdict)
    {
        Log.Refused(logger, verdict);
        return TypedResults.Unauthorized();
    }

    private static string? Single(StringValues values) => values.Count == 1 ? values[0] : null;

    private static partial class Log
    {
        // Discord sends bad signatures on purpose now and then, so this is no warning.
        [LoggerMessage(Level = LogLevel.Information, Message = "Refused an interaction: its signature is {Verdict}")]
        public static partial void Refused(ILogger logger, SignatureVerdict verdict);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Discord sent an interaction that can't be read: {Failure}")]
        public static partial void Malformed(ILogger logger, ParseFailure failure);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Discord sent an interaction for application {ApplicationId}: check Discord:ApplicationId")]
        public static partial void NotOurs(ILogger logger, ulong applicationId);

        [LoggerMessage(Level = LogLevel.Debug, Message = "Received {Type} {Id}")]
        public static partial void Received(ILogger logger, InteractionType type, ulong id);
    }
}
