using System.Reflection;

namespace Telenovela.Tests.Corpus;

/// <summary>Real scripts that lie beside the repository where it is developed; they are other people's work and never in it.</summary>
internal static class SharedData
{
    private static readonly string Root = Path.Combine(
        typeof(SharedData).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!,
        "..", "shared", "data");

    public static string UglyBetty => Find("telenovela_scripts/english/ugly_betty/01_01.xml");

    public static string JaneTheVirgin => Find("telenovela_scripts/english/jane_the_virgin/jane_virgin_s01_e01.txt");

    private static string Find(string path)
    {
        var full = Path.Combine(Root, path);
        Assert.SkipUnless(File.Exists(full), $"The real script {Path.GetFileName(path)} is not here (../shared is absent).");
        return full;
    }
}
