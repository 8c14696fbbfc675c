using System.Reflection;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Training;
using Telenovela.Story.Models;
using Telenovela.Story.Writing;

namespace Telenovela.Tests.Story;

/// <summary>The models that are shipped know the telenovelas that are shipped, and keep them apart.</summary>
public sealed class ShippedModelTests
{
    private static readonly string Root = typeof(ShippedModelTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "RepositoryRoot").Value!;

    private static readonly ModelShelf Shelf = ModelShelf.Open(Path.Combine(Root, "models"));

    public static TheoryData<string> Telenovelas => ["high_tide", "house_of_alcaraz", "river_keeps", "la_sal_y_el_azahar"];

    [Theory]
    [MemberData(nameof(Telenovelas))]
    public void Lets_Nobody_Speak_Who_Is_In_Another_Telenovela(string telenovela)
    {
        var folder = Directory.EnumerateDirectories(Path.Combine(Root, "corpus"), telenovela, SearchOption.AllDirectories).Single();
        var cast = LearnedTelenovelas.Of(CorpusFolder.Load(folder, TestContext.Current.CancellationToken).Telenovelas.Single()).Speakers;
        var starts = TrainingText.LineStarts(cast);

        for (var seed = 1; seed <= 5; seed++)
        {
            var text = Shelf.Write(new WritingRequest { Telenovela = telenovela, Length = 600, Seed = seed }, TestContext.Current.CancellationToken).Text;
            Assert.All(text.Split('\n')[..^1], line => Assert.True(line.Length == 0 || starts.Any(start => line.StartsWith(start, StringComparison.Ordinal)), line));
        }
    }

    [Fact]
    public void Stays_Small_Enough_For_A_Repository() =>
        Assert.All(Directory.GetFiles(Path.Combine(Root, "models"), "*", SearchOption.AllDirectories), file => Assert.True(new FileInfo(file).Length < 16_000_000, file));
}
