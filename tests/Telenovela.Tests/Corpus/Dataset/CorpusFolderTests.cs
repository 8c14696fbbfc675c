using System.Diagnostics;
using System.Security.Cryptography;
using Telenovela.Corpus.Dataset;

namespace Telenovela.Tests.Corpus.Dataset;

public sealed class CorpusFolderTests
{
    [Fact]
    public void Loads_Telenovelas_With_Episodes_In_Order_When_They_Have_The_Layout()
    {
        using var folder = new TemporaryFolder();
        folder.Write("english/rosas/s01e10.fountain", "Title: Rosas\nSeason: 1\nEpisode: 10\n\nANA\nTen.");
        var first = folder.Write("english/rosas/s01e02.fountain", "Title: Rosas\nSeason: 1\nEpisode: 2\n\nANA\nTwo.");
        folder.Write("english/rosas/README.md", "# Rosas Negras\n\nA show.\n\n- Episodes: 2\n");
        folder.Write("english/rosas/notes.txt", "mine");
        folder.Write("spanish/mar_azul/s01e01.fountain", "ANA\nHola.");
        folder.Write("README.md", "# The dataset");

        var corpus = CorpusFolder.Load(folder.Path, TestContext.Current.CancellationToken);

        Assert.Empty(corpus.Problems);
        Assert.Equal(["rosas", "mar_azul"], corpus.Telenovelas.Select(telenovela => telenovela.Id));
        Assert.Equal(["Rosas Negras", "Mar Azul"], corpus.Telenovelas.Select(telenovela => telenovela.Title));
        Assert.Equal(["en", "es"], corpus.Telenovelas.Select(telenovela => telenovela.Language));
        Assert.Equal(["english/rosas/s01e02.fountain", "english/rosas/s01e10.fountain"], corpus.Telenovelas[0].Episodes.Select(entry => entry.Path));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(first))), corpus.Telenovelas[0].Episodes[0].Sha256);
    }

    [Fact]
    public void Reports_Files_When_They_Cannot_Be_Used()
    {
        using var folder = new TemporaryFolder();
        folder.Write("english/rosas/s01e01.fountain", "ANA\nHi.");
        folder.Write("english/rosas/pilot.fountain", "ANA\nHi.");
        folder.Write("english/rosas/s001e01.fountain", "ANA\nTwice the same number.");
        File.WriteAllBytes(folder.At("english", "rosas", "s01e02.fountain"), [.. Enumerable.Range(0, 200).Select(i => (byte)(i % 7))]);

        var corpus = CorpusFolder.Load(folder.Path, TestContext.Current.CancellationToken);

        Assert.Single(corpus.Telenovelas[0].Episodes);
        Assert.Equal(["file-name english/rosas/pilot.fountain", "file-name english/rosas/s001e01.fountain", "unreadable english/rosas/s01e02.fountain"], corpus.Problems.Select(problem => $"{problem.Rule} {problem.File}"));
    }

    [Fact]
    public void Is_Empty_With_A_Problem_When_There_Is_No_Folder()
    {
        using var folder = new TemporaryFolder();

        var corpus = CorpusFolder.Load(folder.At("nowhere"), TestContext.Current.CancellationToken);

        Assert.Empty(corpus.Telenovelas);
        Assert.Equal("folder", Assert.Single(corpus.Problems).Rule);
    }

    [Theory]
    [InlineData("", "english/rosas", "english/rosas/s01e01.fountain", "README.md")]
    [InlineData("english", "rosas", "rosas/s01e01.fountain", "above")]
    [InlineData("english/rosas", ".", "s01e01.fountain", "above")]
    public void Loads_A_Part_When_Given_A_Language_Or_A_Telenovela(string part, string path, string episode, string card)
    {
        using var folder = new TemporaryFolder();
        folder.Write("english/rosas/s01e01.fountain", "ANA\nHi.");
        folder.Write("README.md", "# The dataset\n\n## Arcs\n| arc | meaning |\n|---|---|\n| revenge | paid back |\n");

        var corpus = CorpusFolder.Load(folder.At(part), TestContext.Current.CancellationToken);

        var telenovela = Assert.Single(corpus.Telenovelas);
        Assert.Equal(("rosas", "Rosas", "en", "english", path), (telenovela.Id, telenovela.Title, telenovela.Language, telenovela.LanguageFolder, telenovela.Path));
        Assert.Equal(episode, telenovela.Episodes[0].Path);
        Assert.Equal(["revenge"], corpus.Card!.Arcs.Keys);
        Assert.Equal(card == "README.md", corpus.Card.IsOfRoot);
    }

    [Fact]
    public void Takes_No_Bible_For_The_Card_Of_A_Dataset()
    {
        using var folder = new TemporaryFolder();
        folder.Write("rosas/s01e01.fountain", "ANA\nHi.");
        folder.Write("rosas/README.md", "# Rosas\n\n## Cast\n| character |\n|---|\n| ANA |\n\n## Arcs\n| arc | how |\n|---|---|\n| revenge | slowly |\n");

        var corpus = CorpusFolder.Load(folder.At("rosas"), TestContext.Current.CancellationToken);

        Assert.Null(corpus.Card);
        Assert.True(corpus.Telenovelas[0].Bible!.HasCast);
    }

    [Fact]
    public async Task Loads_Each_Episode_Once_When_The_Dataset_Holds_Links_And_Pipes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes.");
        using var folder = new TemporaryFolder();
        folder.Write("english/la_casa/s01e01.fountain", "Title: La Casa\n\nANA\nHello.");
        folder.Write("english/la_casa/.gitkeep", "");
        folder.Write("english/la_casa/notes.txt", "");
        File.CreateSymbolicLink(folder.At("english", "la_casa", "s01e02.fountain"), folder.At("english", "la_casa", "s01e01.fountain"));
        Directory.CreateSymbolicLink(folder.At("english", "again"), folder.At("english", "la_casa"));
        using (var mkfifo = Process.Start("mkfifo", [folder.At("english", "la_casa", "s01e03.fountain")]))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var corpus = await Task.Run(() => CorpusFolder.Load(folder.Path))
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal("s01e01", Assert.Single(Assert.Single(corpus.Telenovelas).Episodes).File.Id);
        Assert.Equal(
            ["english/again", "english/la_casa/s01e02.fountain", "english/la_casa/s01e03.fountain"],
            corpus.Problems.Select(problem => problem.File).Order(StringComparer.Ordinal));
    }
}
