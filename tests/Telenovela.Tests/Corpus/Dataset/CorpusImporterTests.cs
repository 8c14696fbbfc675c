using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Formats;

namespace Telenovela.Tests.Corpus.Dataset;

public sealed class CorpusImporterTests
{
    private const string Srt = "1\n00:00:01,000 --> 00:00:02,000\n(Ana) (sighs) Hello, you.\n\n2\n00:00:0x,000 --> 00:00:03,000\nLost.\n\n3\n00:00:05,000 --> 00:00:06,000\n(door closes)\nIs that the wind?\n";

    private readonly CorpusImporter _importer = new(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Writes_An_Episode_And_A_Readme_When_Given_A_File()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("in/la_casa_s02e03.srt", Srt);

        var report = _importer.Import(new ImportRequest(file, folder.At("corpus")) { Telenovela = "La Casa", Language = "English" }, TestContext.Current.CancellationToken);

        var written = File.ReadAllText(folder.At("corpus", "english", "la_casa", "s02e03.fountain"));
        Assert.Equal(
            "Title: La Casa\nSeason: 2\nEpisode: 3\nLanguage: en\nImported From: la_casa_s02e03.srt\n\nANA\n(sighs)\nHello, you.\n\n(door closes)\n\n@?\nIs that the wind?\n",
            written);
        Assert.Equal(
            ("la_casa", "en", "SRT", 1, 2, (long)"Hello, you.Is that the wind?".Length, 2),
            (report.Telenovela, report.Language, report.Format, report.Episodes, report.Lines, report.Characters, report.Cues));
        Assert.Equal(new Dictionary<string, int> { ["Ana"] = 1 }, report.Speakers);
        Assert.Equal([new Skip("la_casa_s02e03.srt", 6, "The times \"00:00:0x,000 --> 00:00:03,000\" can't be read; the caption was left out.")], report.Skipped);
        Assert.Equal(
            "# La Casa\n\nA script from elsewhere, converted into the form of this dataset.\n\n- Episodes: 1\n- Language: English\n" +
            "- Format: Fountain, converted from SRT; speakers named where the source names them (`@?` where not), cues in parentheses\n" +
            "- Source files: la_casa_s02e03.srt\n- How transcribed: imported from la_casa_s02e03.srt by telenovela corpus import\n- Last updated: 2026-11-23\n",
            File.ReadAllText(folder.At("corpus", "english", "la_casa", "README.md")));
        Assert.Empty(Directory.EnumerateFiles(folder.At("corpus"), "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public void Leaves_A_Hand_Written_Episode_Alone_When_The_Number_Is_The_Same()
    {
        using var folder = new TemporaryFolder();
        var mine = folder.Write("corpus/english/la_casa/s01e01.fountain", "Title: La Casa\nSeason: 1\nEpisode: 1\n\nANA\nMine.\n");
        var readme = folder.Write("corpus/english/la_casa/README.md", "# La Casa\n\nMine.\n");
        var file = folder.Write("in/01_01.srt", Srt);

        var report = _importer.Import(new ImportRequest(file, folder.At("corpus")) { Telenovela = "La Casa", Language = "en" }, TestContext.Current.CancellationToken);

        Assert.Contains("Mine.", File.ReadAllText(mine), StringComparison.Ordinal);
        Assert.Equal("# La Casa\n\nMine.\n", File.ReadAllText(readme));
        Assert.True(File.Exists(folder.At("corpus", "english", "la_casa", "s01e02.fountain")));
        Assert.Contains(report.Skipped, skip => skip.File == "01_01.srt" && skip.Reason.Contains("became s01e02.fountain", StringComparison.Ordinal));
        Assert.Contains(report.Skipped, skip => skip.File == "README.md");
    }

    [Fact]
    public void Replaces_The_Episode_When_The_Same_File_Is_Imported_Again()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("in/talk.txt", "Ana: Hello.\nBeto: Hi.");
        var request = new ImportRequest(file, folder.At("corpus")) { Telenovela = "La Casa", Language = "en" };
        _importer.Import(request, TestContext.Current.CancellationToken);
        File.WriteAllText(file, "Ana: Hello again.\nBeto: Hi.");

        var report = _importer.Import(request, TestContext.Current.CancellationToken);

        Assert.Empty(report.Skipped);
        var only = Assert.Single(Directory.GetFiles(folder.At("corpus", "english", "la_casa"), "*.fountain"));
        Assert.Contains("Hello again.", File.ReadAllText(only), StringComparison.Ordinal);
    }

    [Fact]
    public void Continues_After_The_Highest_Number_When_Names_Have_None()
    {
        using var folder = new TemporaryFolder();
        folder.Write("corpus/english/la_casa/s01e04.fountain", "ANA\nMine.\n");
        folder.Write("in/b.txt", "Ana: Two.\nBeto: B.");
        folder.Write("in/a.txt", "Ana: One.\nBeto: A.");
        folder.Write("in/show_s01e06.txt", "Ana: Six.\nBeto: C.");
        folder.Write("in/picture.png", "x");

        var report = _importer.Import(new ImportRequest(folder.At("in"), folder.At("corpus")) { Telenovela = "La Casa", Language = "en" }, TestContext.Current.CancellationToken);

        Assert.Equal(3, report.Episodes);
        Assert.Equal(["s01e04.fountain", "s01e06.fountain", "s01e07.fountain", "s01e08.fountain"], Directory.GetFiles(folder.At("corpus", "english", "la_casa"), "*.fountain").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([new Skip("picture.png", 0, "No script format has the extension \".png\".")], report.Skipped);
        Assert.Equal(new Dictionary<string, int> { ["Ana"] = 3, ["Beto"] = 3 }, report.Speakers);
    }

    [Fact]
    public void Imports_What_Lies_In_Folders_Beneath_When_Given_A_Folder()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/season1/talk_s01e01.txt", "Ana: One.\nBeto: A.");
        folder.Write("in/season2/talk_s02e01.txt", "Ana: Two.\nBeto: B.");
        var request = new ImportRequest(folder.At("in"), folder.At("corpus")) { Telenovela = "La Casa", Language = "de" };

        var first = _importer.Import(request, TestContext.Current.CancellationToken);
        var again = _importer.Import(request, TestContext.Current.CancellationToken);

        Assert.Equal((2, 2), (first.Episodes, again.Episodes));
        Assert.Empty(again.Skipped);
        Assert.Equal(["s01e01.fountain", "s02e01.fountain"], Directory.GetFiles(folder.At("corpus", "german", "la_casa"), "*.fountain").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Takes_Title_And_Language_From_The_Folders_When_They_Are_Not_Said()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/spanish/mar_azul/01_01.txt", "Ana: ¡No!\nBeto: Ya.");
        folder.Write("in/spanish/mar_azul/README.md", "# Overview");

        var report = _importer.Import(
            new ImportRequest(folder.At("in", "spanish", "mar_azul"), folder.At("corpus")), TestContext.Current.CancellationToken);

        Assert.Equal(("mar_azul", "es"), (report.Telenovela, report.Language));
        Assert.True(File.Exists(folder.At("corpus", "spanish", "mar_azul", "s01e01.fountain")));
        Assert.Empty(report.Skipped);
    }

    [Fact]
    public async Task Reads_Each_Plain_File_Once_When_A_Folder_Holds_Links_And_Pipes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes.");
        using var folder = new TemporaryFolder();
        folder.Write("in/b/s01e01.srt", "1\n00:00:01,000 --> 00:00:02,000\nAna: ¿Quién es?\n");
        folder.Write("elsewhere/s01e02.srt", "1\n00:00:01,000 --> 00:00:02,000\nBeto: Nadie.\n");
        File.CreateSymbolicLink(folder.At("in", "a.srt"), folder.At("in", "b", "s01e01.srt"));
        File.CreateSymbolicLink(folder.At("in", "c.srt"), folder.At("elsewhere", "s01e02.srt"));
        File.CreateSymbolicLink(folder.At("in", "circle.srt"), folder.At("in", "circle.srt"));
        Directory.CreateSymbolicLink(folder.At("in", "b", "again"), folder.At("in"));
        using (var mkfifo = Process.Start("mkfifo", [folder.At("in", "pipe.srt")]))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        File.CreateSymbolicLink(folder.At("in", "d.srt"), folder.At("in", "pipe.srt"));
        var request = new ImportRequest(folder.At("in"), folder.At("corpus")) { Telenovela = "La Casa", Language = "es" };

        var report = await Task.Run(() => _importer.Import(request))
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        var pipe = await Task.Run(() => _importer.Import(request with { Source = folder.At("in", "pipe.srt") }))
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal((2, 2), (report.Episodes, report.Lines));
        Assert.Equal(
            ["a.srt", "b/again", "circle.srt", "d.srt", "pipe.srt"],
            report.Skipped.Select(skip => skip.File).Order(StringComparer.Ordinal));
        Assert.Equal("It is empty, or no plain file.", Assert.Single(pipe.Skipped).Reason);
    }

    [Fact]
    public void Imports_The_Language_Asked_For_When_A_File_Has_Two()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(
            "in/dos.ttml",
            "<tt xml:lang=\"es\"><body><div><p>Cierra, Rosa.</p></div><div xml:lang=\"en\"><p>Close it, Rosa.</p></div></body></tt>");

        _importer.Import(
            new ImportRequest(file, folder.At("corpus")) { Telenovela = "Dos", Language = "english" },
            TestContext.Current.CancellationToken);

        Assert.EndsWith(
            "Imported From: dos.ttml\n\n@?\nClose it, Rosa.\n",
            File.ReadAllText(folder.At("corpus", "english", "dos", "s01e01.fountain")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_Nothing_When_There_Is_Nothing_To_Import()
    {
        using var folder = new TemporaryFolder();
        var empty = folder.Write("in/empty.srt", "");

        var missing = _importer.Import(new ImportRequest(folder.At("nowhere"), folder.At("corpus")), TestContext.Current.CancellationToken);
        var nothing = _importer.Import(new ImportRequest(empty, folder.At("corpus")), TestContext.Current.CancellationToken);
        var blank = _importer.Import(
            new ImportRequest(folder.Write("in/blank.srt", "\n \n"), folder.At("corpus")), TestContext.Current.CancellationToken);
        var unknown = _importer.Import(
            new ImportRequest(folder.At("in", "blank.srt"), folder.At("corpus")) { Format = "docx" },
            TestContext.Current.CancellationToken);

        Assert.Equal("There is no such file or folder.", Assert.Single(missing.Skipped).Reason);
        Assert.Equal("It is empty, or no plain file.", Assert.Single(nothing.Skipped).Reason);
        Assert.Equal("Nothing in it can be read as a script.", Assert.Single(blank.Skipped).Reason);
        Assert.StartsWith("There is no format \"docx\"", Assert.Single(unknown.Skipped).Reason, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.At("corpus")));
    }

    [Fact]
    public void Loads_Again_What_It_Wrote_When_Importing_Real_Scripts()
    {
        using var folder = new TemporaryFolder();
        var source = SharedData.Script("english");

        var reports = Directory.GetDirectories(source).Order(StringComparer.Ordinal)
            .Select(telenovela => _importer.Import(
                new ImportRequest(telenovela, folder.Path), TestContext.Current.CancellationToken)).ToList();

        Assert.Equal(["jane_the_virgin", "ugly_betty"], reports.Select(report => report.Telenovela));
        Assert.All(reports, report => Assert.Empty(report.Skipped));
        var corpus = CorpusFolder.Load(folder.Path, TestContext.Current.CancellationToken);
        Assert.Empty(corpus.Problems);
        Assert.Equal(reports.Select(report => report.Lines), corpus.Telenovelas.Select(telenovela => telenovela.Episodes.Sum(entry => entry.Result.Counts.Lines)));
        Assert.Equal(reports.Select(report => report.Characters), corpus.Telenovelas.Select(telenovela => telenovela.Episodes.Sum(entry => (long)entry.Result.Counts.SpokenCharacters)));
    }
}
