using Telenovela.Bot.Retraining.Training;

namespace Telenovela.Hosting;

/// <summary>How this program was started, to start it once more.</summary>
internal static class OwnProgram
{
    /// <summary>The program's own file, or <c>dotnet</c> with the assembly.</summary>
    public static TelenovelaProgram Find()
    {
        var host = Environment.ProcessPath;
        var assembly = Path.Combine(AppContext.BaseDirectory, typeof(OwnProgram).Assembly.GetName().Name + ".dll");
        var own = Path.Combine(AppContext.BaseDirectory, Path.GetFileNameWithoutExtension(assembly) + (OperatingSystem.IsWindows() ? ".exe" : ""));
        return host == own && File.Exists(own)
            ? new TelenovelaProgram(own, [])
            : new TelenovelaProgram(Path.GetFileNameWithoutExtension(host) == "dotnet" ? host! : "dotnet", [assembly]);
    }
}
