using Microsoft.Extensions.Options;
using Telenovela.Playground.Components;
using Telenovela.Playground.Uploads;

namespace Telenovela.Playground;

/// <summary>Maps the playground's page at <c>/</c>, its files and its connection.</summary>
public static class PlaygroundEndpoints
{
    /// <summary>Maps nothing where <see cref="PlaygroundOptions.Enabled"/> is false.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <returns>The group that everything of the playground is in.</returns>
    public static RouteGroupBuilder MapPlayground(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("");
        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<PlaygroundOptions>>().Value;
        if (options.Enabled != true)
        {
            return group;
        }

        PlaygroundAssets.Locate(endpoints.ServiceProvider.GetRequiredService<IWebHostEnvironment>());
        group.MapStaticAssets(PlaygroundAssets.EndpointsManifest);
        group.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null)
            .WithStaticAssets(PlaygroundAssets.EndpointsManifest)
            .DisableAntiforgery(); // The page has no form that a browser would post.
        group.MapGet(PlaygroundUploads.Route, PlaygroundUploads.Serve);

        // As a convention it reaches every endpoint, also the connection's.
        ((IEndpointConventionBuilder)group).Add(endpoint =>
        {
            if (endpoint.RequestDelegate is { } next)
            {
                endpoint.RequestDelegate = context => PlaygroundGate.PassAsync(context, options, next);
            }
        });
        return group;
    }
}
