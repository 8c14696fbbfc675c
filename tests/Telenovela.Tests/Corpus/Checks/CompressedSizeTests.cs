using System.Reflection;
using Telenovela.Corpus.Checks;

namespace Telenovela.Tests.Corpus.Checks;

public sealed class CompressedSizeTests
{
    [Fact]
    public void Gives_The_Documented_Figure_When_Measuring_Shakespeare()
    {
        var root = typeof(CompressedSizeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        var file = Path.GetFullPath(Path.Combine(root, "..", "shared", "data", "tinyshakespeare.txt"));
        Assert.SkipUnless(File.Exists(file), "shared/data/tinyshakespeare.txt is not beside the repository.");

        Assert.Equal(0.3357, CompressedSize.Ratio([File.ReadAllText(file)[..300_000]]), precision: 3);
    }

    [Fact]
    public void Falls_When_Text_Repeats_Itself()
    {
        var line = "The storm took the roof off the hotel and Marisol took the blame. ";

        Assert.True(CompressedSize.Ratio([line, line, line, line]) < CompressedSize.Ratio([line]) / 2);
        Assert.Equal(0, CompressedSize.Ratio([]));
    }
}
