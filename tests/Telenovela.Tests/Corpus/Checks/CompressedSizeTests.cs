using System.Reflection;
using Telenovela.Corpus.Checks;

namespace Telenovela.Tests.Corpus.Checks;

public sealed class CompressedSizeTests
{
    private const string Line = "The storm took the roof off the hotel and Marisol took the blame. ";

    /// <summary>Brotli's figure must be the same on every machine.</summary>
    [Fact]
    public void Gives_The_Same_Figure_As_Ever_When_Measuring_Shakespeare()
    {
        var root = typeof(CompressedSizeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        var file = Path.GetFullPath(Path.Combine(root, "..", "shared", "data", "tinyshakespeare.txt"));
        Assert.SkipUnless(File.Exists(file), "shared/data/tinyshakespeare.txt is not beside the repository.");

        var size = CompressedSize.Of([File.ReadAllText(file)[..300_000]]);

        Assert.Equal(0.3357, size.Ratio, precision: 3);
        Assert.Equal("brotli 11", size.Compressor);
    }

    [Fact]
    public void Falls_When_Text_Repeats_Itself()
    {
        Assert.True(CompressedSize.Of(Enumerable.Repeat(Line, 100)).Ratio < CompressedSize.Of([Line]).Ratio / 10);
        Assert.Equal(0, CompressedSize.Of([]).Ratio);
    }
}
