using System.Reflection;
using Telenovela.Corpus.Checks;

namespace Telenovela.Tests.Corpus.Checks;

public sealed class CompressedSizeTests
{
    private const string Line = "The storm took the roof off the hotel and Marisol took the blame. ";

    [Theory]
    [InlineData("xz -9e")]
    [InlineData("brotli 11")]
    public void Gives_The_Documented_Figure_When_Measuring_Shakespeare(string name)
    {
        var compressor = Compressor(name);
        var root = typeof(CompressedSizeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        var file = Path.GetFullPath(Path.Combine(root, "..", "shared", "data", "tinyshakespeare.txt"));
        Assert.SkipUnless(File.Exists(file), "shared/data/tinyshakespeare.txt is not beside the repository.");

        var size = CompressedSize.Of([File.ReadAllText(file)[..300_000]], compressor, TestContext.Current.CancellationToken);

        Assert.Equal(compressor is BrotliCompressor ? 0.3357 : 0.3438, size.Ratio, precision: 3);
        Assert.Equal((compressor.Name, compressor.LeastRatio), (size.Compressor, size.AtLeast));
    }

    [Theory]
    [InlineData("xz -9e")]
    [InlineData("brotli 11")]
    public void Falls_When_Text_Repeats_Itself(string name)
    {
        var compressor = Compressor(name);
        var many = CompressedSize.Of(Enumerable.Repeat(Line, 100), compressor, TestContext.Current.CancellationToken);

        Assert.True(many.Ratio < CompressedSize.Of([Line], compressor, TestContext.Current.CancellationToken).Ratio / 10);
        Assert.Equal(0, CompressedSize.Of([], compressor, TestContext.Current.CancellationToken).Ratio);
    }

    [Fact]
    public void Runs_Xz_When_It_Is_On_The_Path_And_Text_Is_Larger_Than_A_Pipe()
    {
        var xz = Compressor("xz -9e");
        var noise = new byte[3_000_000];
        new Random(1).NextBytes(noise);

        Assert.InRange(xz.Compress(noise, TestContext.Current.CancellationToken), noise.Length, noise.Length * 1.01);
    }

    [Theory]
    [InlineData("xz -9e")]
    [InlineData("brotli 11")]
    public void Stops_When_Cancelled(string name) =>
        Assert.ThrowsAny<OperationCanceledException>(() => Compressor(name).Compress(new byte[1000], new CancellationToken(canceled: true)));

    private static ICompressor Compressor(string name)
    {
        ICompressor? compressor = name == "xz -9e" ? XzCompressor.Find() : new BrotliCompressor();
        Assert.SkipWhen(compressor is null, "There is no xz on the PATH.");
        Assert.Equal(name, compressor.Name);
        return compressor;
    }
}
