using System.Reflection;

namespace Telenovela.Tests.Corpus;

/// <summary>The scripts outside the repository that some tests read where they are there.</summary>
internal static class SharedData
{
    public static string Script(params string[] path) => At(["data", "telenovela_scripts", .. path]);

    /// <summary>A file or folder in what is shared; the test is skipped where it isn't there.</summary>
    public static string At(params string[] path)
    {
        var root = typeof(SharedData).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        var found = Path.GetFullPath(Path.Combine([root, "..", "shared", .. path]));
        Assert.SkipUnless(Path.Exists(found), $"shared/{string.Join('/', path)} is not beside the repository.");
        return found;
    }
}
