using System.Net;

namespace Telenovela.Playground;

/// <summary>Stands before every endpoint of the playground: keeps strangers out, and sets the headers that keep scripts out.</summary>
internal static class PlaygroundGate
{
    /// <summary>Scripts, styles and pictures come from here only; <c>data:</c> is for the pictures that the bot sends.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    private const string Refusal =
        "The playground is for the machine that the bot runs on. To open it to other machines, start the bot with " +
        "--Playground:AllowRemote=true (environment variable Playground__AllowRemote=true). Anybody who reaches it can act as a moderator there.";

    /// <summary>Goes on to <paramref name="next"/>, or answers 403.</summary>
    public static Task PassAsync(HttpContext context, PlaygroundOptions options, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (options.AllowRemote || IsLocal(context))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync(Refusal, context.RequestAborted);
    }

    // A tunnel or proxy on this machine connects from loopback too, so the address alone proves nothing: such requests name another
    // host or carry a forwarding header. The host's name also stops a page elsewhere whose name was made to resolve to loopback,
    // and the origin stops a page elsewhere that opens a WebSocket to here.
    private static bool IsLocal(HttpContext context)
    {
        var request = context.Request;
        return IsLoopback(context.Connection.RemoteIpAddress)
            && !request.Headers.ContainsKey("X-Forwarded-For")
            && !request.Headers.ContainsKey("Forwarded")
            && IsLoopbackName(request.Host.Host)
            && (request.Headers.Origin.Count == 0 || request.Headers.Origin == $"{request.Scheme}://{request.Host}");
    }

    // There is no address where the connection is none of the network's (a test server, a Unix socket).
    private static bool IsLoopback(IPAddress? address) =>
        address is null || IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IsLoopback(address));
}
