using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.Extensions.FileProviders;

namespace Telenovela.Playground;

/// <summary>
/// Finds the page's files. <c>dotnet publish</c> lays them into <c>wwwroot</c> beside the program; after <c>dotnet build</c> they
/// are still in the source folder, and a manifest beside the program says where. The framework reads that manifest only in the
/// Development environment and only when it is named after the entry assembly, which it isn't in tests.
/// </summary>
internal static class PlaygroundAssets
{
    private static readonly string Program = typeof(PlaygroundAssets).Assembly.GetName().Name!;

    /// <summary>File that lists the assets' addresses, fingerprints and encodings.</summary>
    public static string EndpointsManifest { get; } = Path.Combine(AppContext.BaseDirectory, $"{Program}.staticwebassets.endpoints.json");

    /// <summary>Points the web root at the files, wherever they are.</summary>
    public static void Locate(IWebHostEnvironment environment)
    {
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        var manifest = Path.Combine(AppContext.BaseDirectory, $"{Program}.staticwebassets.runtime.json");
        if (File.Exists(manifest))
        {
            var configuration = new ConfigurationBuilder()
                .AddInMemoryCollection([new(WebHostDefaults.StaticWebAssetsKey, manifest)])
                .Build();
            StaticWebAssetsLoader.UseStaticWebAssets(environment, configuration);
        }
        else if (Directory.Exists(published))
        {
            environment.WebRootPath = published;
            environment.WebRootFileProvider = new PhysicalFileProvider(published);
        }
    }
}
