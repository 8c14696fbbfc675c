using System.IO.Compression;
using System.Reflection;
using TorchSharp;

namespace Telenovela.Tests.House;

public sealed class LibtorchTests
{
    [Fact]
    public void Makes_A_Tensor_When_The_Native_Library_Was_Laid_Beside_The_Tests()
    {
        using var tensor = torch.ones(2, 3);
        using var sum = tensor.sum();

        Assert.Equal(6f, sum.item<float>());
    }

    [Fact]
    public void Leaves_The_Package_Cache_Untouched_When_The_Library_Is_Substituted()
    {
        var package = typeof(LibtorchTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "TorchSharpPackage").Value!;
        var archive = Directory.GetFiles(package, "*.nupkg").Single();

        using var zip = ZipFile.OpenRead(archive);
        var natives = zip.Entries.Where(entry => entry.FullName.StartsWith("runtimes/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(natives);
        Assert.All(natives, entry =>
        {
            using var packed = entry.Open();
            using var shipped = new MemoryStream();
            packed.CopyTo(shipped);
            Assert.Equal(shipped.ToArray(), File.ReadAllBytes(Path.Combine(package, entry.FullName)));
        });
    }
}
