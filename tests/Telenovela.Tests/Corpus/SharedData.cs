using System.Reflection;

namespace Telenovela.Tests.Corpus;

/// <summary>The scripts outside the repository that some tests read where they are there.</summary>
internal static class SharedData
{
    public static string Script(params string[] path)
    {
        var root = typeof(SharedData).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        var file = Path.GetFullPath(Path.Combine([root, "..", "shared", "data", "telenovela_scripts", .. path]));
        Assert.SkipUnless(Path.Exists(file), $"{string.Join('/', path)} is not beside the repository (shared/data/telenovela_scripts).");
        return file;
    }
}
