using System.Net;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Telenovela.Playground;

/// <summary>Stands before every endpoint of the playground: keeps strangers out, and sets the headers that keep scripts out.</summary>
internal static class PlaygroundGate
{
    /// <summary>Scripts, styles and pictures come from here only; <c>data:</c> is for the pictures that the bot sends.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    private const string Refusal =
        "The playground is for the machine that the bot runs on. To open it to other machines, name the host as their browsers will: " +
        "start the bot with --Playground:AllowedHosts:0=stage.example.org (environment variable Playground__AllowedHosts__0). " +
        "Anybody who reaches it can act as a moderator there.";

    /// <summary>Goes on to <paramref name="next"/>, or answers 403; 405 to whoever posts to the page itself, which has no form.</summary>
    public static Task PassAsync(HttpContext context, PlaygroundOptions options, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        var isAllowed = IsOwnPage(context.Request) && (IsNamed(context.Request.Host, options.AllowedHosts) || IsLocal(context));
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (isAllowed && !(isPage && HttpMethods.IsPost(context.Request.Method)))
        {
            return next(context);
        }

        context.Response.StatusCode = isAllowed ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status403Forbidden;
        return isAllowed ? Task.CompletedTask : context.Response.WriteAsync(Refusal, context.RequestAborted);
    }

    private static bool IsNamed(HostString host, IList<string> names) =>
        names.Contains(host.Host, StringComparer.OrdinalIgnoreCase) || names.Contains(host.Value, StringComparer.OrdinalIgnoreCase);

    // The host must be one that an address can be made of, as the page will do. The origin stops a page elsewhere that opens a WebSocket
    // to here; behind a proxy that ends TLS its scheme is another than ours.
    private static bool IsOwnPage(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}/", UriKind.Absolute, out _)
        && (request.Headers.Origin.Count == 0
            || (Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
                && $"{origin.Scheme}://{request.Host}".Equals(request.Headers.Origin, StringComparison.OrdinalIgnoreCase)));

    // A tunnel or proxy on this machine connects from loopback too, so the address alone proves nothing: such requests name another
    // host or carry a forwarding header. (One that does neither passes for this machine: docs/configuration.md.) The host's name also
    // stops a page elsewhere whose name was made to resolve to loopback.
    private static bool IsLocal(HttpContext context)
    {
        var request = context.Request;
        return IsLoopback(context.Connection.RemoteIpAddress)
            && !request.Headers.ContainsKey("X-Forwarded-For")
            && !request.Headers.ContainsKey("Forwarded")
            && IsLoopbackName(request.Host.Host);
    }

    // There is no address where the connection is none of the network's (a test server, a Unix socket).
    private static bool IsLoopback(IPAddress? address) =>
        address is null || IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IsLoopback(address));
}
