using System.Text.Json.Nodes;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Exports;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Maintenance;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Corpus.Checks;
using Telenovela.Corpus.Dataset;
using Telenovela.Tests.Contributions.Checks;
using Telenovela.Tests.Corpus;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Contributions;

public sealed class CorpusExporterTests
{
    [Fact]
    public async Task Writes_A_Corpus_That_Reads_Back_When_The_Format_Is_Fountain()
    {
        await using var store = await FilledAsync();
        var folder = Path.Combine(store.Folder, "out");

        var report = await store.Get<CorpusExporter>().ExportAsync(folder, ExportFormat.Fountain, StoreUnderTest.Stop);

        var checks = new CorpusCheck().Run(CorpusFolder.Load(folder, StoreUnderTest.Stop), StoreUnderTest.Stop).Telenovelas;
        Assert.Equal((23, 2, 2, 2), (report.Lines, report.HeldOut, report.Telenovelas, report.Contributors));
        Assert.Equal(["high_tide", "la_sal"], checks.Select(check => check.Telenovela));
        Assert.All(checks, check => Assert.Empty(check.Problems));
        Assert.Equal(21, checks.Sum(check => check.Lines));
        Assert.Equal(["english/high_tide/README.md", "english/high_tide/held-out.fountain", "english/high_tide/s01e01.fountain"], report.Files.Where(file => file.StartsWith("english/", StringComparison.Ordinal)));
        var readme = await File.ReadAllTextAsync(Path.Combine(folder, "english", "high_tide", "README.md"), StoreUnderTest.Stop);
        Assert.Contains("| Ana \\[click\\]\\(http://x\\) \\| Sea | 21 |", readme, StringComparison.Ordinal);
        Assert.Contains("Last updated: 2026-11-23", readme, StringComparison.Ordinal);
        var spanish = await File.ReadAllTextAsync(Path.Combine(folder, "spanish", "la_sal", "s01e01.fountain"), StoreUnderTest.Stop);
        Assert.Contains("[[arc: amnesia]]", spanish, StringComparison.Ordinal);
    }

    /// <summary>
    /// The lines of a bug report: the tenth is held out, and the fifth has a heart that the check of the corpus took for a stray character.
    /// </summary>
    [Fact]
    public async Task Passes_The_Check_Of_The_Corpus_When_The_Contribution_Checks_Took_The_Lines()
    {
        await using var bot = await ChecksUnderTest.OpenAsync();
        using var folder = new TemporaryFolder();
        string[] texts =
        [
            "El pozo del patio guarda la campana de tu abuelo.",
            "No me pidas perdón delante de los músicos.",
            "Treinta cartas te escribí y todas volvieron mojadas.",
            "Si vendes el molino, vendes también mi nombre.",
            "Te espero en la plaza ❤ y no llegues tarde.",
            "Anoche soñé que el tren se detenía en la cocina.",
            "Tu hermano no se ahogó: se mudó de calle.",
            "Ese vestido lo cosí yo para otra boda.",
            "Deja la maleta donde yo pueda vigilarla.",
            "La notaria mintió con muy buena letra.",
            "Ya no te creo nada :) ni la hora.",
        ];

        foreach (var text in texts)
        {
            var given = await bot.CheckAsync(text, "JACINTA", "es", "La fuente seca");
            Assert.Empty(given.Problems);
            foreach (var id in await bot.SubmitAsync(given.Lines))
            {
                await bot.Get<ReviewQueue>().DecideAsync(
                    new Decision(id, ChecksUnderTest.Guild, 500, ModerationKind.Approved), StoreUnderTest.Stop);
            }
        }

        var report = await bot.Get<CorpusExporter>().ExportAsync(folder.Path, ExportFormat.Fountain, StoreUnderTest.Stop);
        var check = new CorpusCheck().Run(CorpusFolder.Load(folder.Path, StoreUnderTest.Stop), StoreUnderTest.Stop);

        Assert.Contains("spanish/la_fuente_seca/held-out.fountain", report.Files);
        Assert.Equal(10, Assert.Single(check.Telenovelas).Lines);
        Assert.Empty(check.Problems.Concat(check.Telenovelas[0].Problems));
    }

    [Fact]
    public async Task Writes_A_Card_And_Lines_When_The_Format_Is_Json_Lines()
    {
        await using var store = await FilledAsync();
        var folder = Path.Combine(store.Folder, "out");

        await store.Get<CorpusExporter>().ExportAsync(folder, ExportFormat.JsonLines, StoreUnderTest.Stop);

        var train = (await File.ReadAllLinesAsync(Path.Combine(folder, "data", "train.jsonl"), StoreUnderTest.Stop)).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        var test = await File.ReadAllLinesAsync(Path.Combine(folder, "data", "test.jsonl"), StoreUnderTest.Stop);
        Assert.Equal((21, 2), (train.Count, test.Length));
        Assert.All(train, line => Assert.Equal(["id", "telenovela", "title", "language", "character", "text", "arc", "contributor", "approved_on"], line.Select(member => member.Key)));
        var spanish = Assert.Single(train, line => (string)line["language"]! == "es" && line["character"] is null);
        Assert.Matches("^contributor-[0-9a-f]{10}$", (string)spanish["contributor"]!);
        var card = await File.ReadAllTextAsync(Path.Combine(folder, "README.md"), StoreUnderTest.Stop);
        Assert.StartsWith("---\nlicense: cc0-1.0\n", card, StringComparison.Ordinal);
        Assert.Contains("language:\n- \"en\"\n- \"es\"\n", card, StringComparison.Ordinal);
        Assert.Contains("  - name: train\n    num_bytes: ", card, StringComparison.Ordinal);
        Assert.Contains("num_examples: 21\n", card, StringComparison.Ordinal);
        Assert.DoesNotContain($"{StoreUnderTest.Luis}\"", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExportFormat.Fountain)]
    [InlineData(ExportFormat.JsonLines)]
    public async Task Writes_The_Same_Bytes_When_The_Database_Is_The_Same(ExportFormat format)
    {
        await using var store = await FilledAsync();
        var folders = new[] { Path.Combine(store.Folder, "a"), Path.Combine(store.Folder, "b") };

        await store.Get<CorpusExporter>().ExportAsync(folders[0], format, StoreUnderTest.Stop);
        store.Clock.Advance(TimeSpan.FromDays(100));
        await using var other = await StoreUnderTest.OpenAsync(store.Folder);
        await other.Get<CorpusExporter>().ExportAsync(folders[1], format, StoreUnderTest.Stop);

        var files = folders.Select(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText)).ToList();
        Assert.True(files[0].Count >= 3);
        Assert.Equal(files[0], files[1]);
    }

    [Fact]
    public async Task Touches_Nothing_When_Other_Things_Are_In_The_Folder()
    {
        await using var store = await FilledAsync();
        var folder = Directory.CreateDirectory(Path.Combine(store.Folder, "mine")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "novel.txt"), "chapter one", StoreUnderTest.Stop);

        await Assert.ThrowsAsync<StoreException>(() => store.Get<CorpusExporter>().ExportAsync(folder, ExportFormat.Fountain, StoreUnderTest.Stop));

        Assert.Equal(["novel.txt"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Deletes_Files_Of_The_Export_Before_And_No_Others_When_Written_Again()
    {
        await using var store = await FilledAsync();
        var folder = Path.Combine(store.Folder, "out");
        await store.Get<CorpusExporter>().ExportAsync(folder, ExportFormat.Fountain, StoreUnderTest.Stop);
        await File.WriteAllTextAsync(Path.Combine(folder, "notes.txt"), "mine", StoreUnderTest.Stop);

        await store.Personal.DeleteAllAsync(StoreUnderTest.Luis, StoreUnderTest.Stop);
        await store.Get<StoreMaintenance>().LookAsync(StoreUnderTest.Stop);

        Assert.False(Directory.Exists(Path.Combine(folder, "spanish")));
        Assert.True(File.Exists(Path.Combine(folder, "notes.txt")));
        Assert.True(File.Exists(Path.Combine(folder, "english", "high_tide", "s01e01.fountain")));
    }

    [Fact]
    public async Task Forgets_A_Folder_When_Somebody_Took_The_Export_Away()
    {
        await using var store = await FilledAsync();
        var folder = Path.Combine(store.Folder, "out");
        await store.Get<CorpusExporter>().ExportAsync(folder, ExportFormat.Fountain, StoreUnderTest.Stop);
        Directory.Delete(folder, recursive: true);

        await store.Personal.DeleteAllAsync(StoreUnderTest.Luis, StoreUnderTest.Stop);
        await store.Get<StoreMaintenance>().LookAsync(StoreUnderTest.Stop);

        Assert.False(Directory.Exists(folder));
    }

    /// <summary>21 English lines of Ana's, who is credited, and two Spanish ones of Luis's, who isn't; the tenth and the twentieth are held out.</summary>
    private static async Task<StoreUnderTest> FilledAsync()
    {
        var store = await StoreUnderTest.OpenAsync();
        var english = await store.GiveAsync(StoreUnderTest.Ana, [.. Enumerable.Range(1, 21).Select(i => StoreUnderTest.Line($"(whispers) Line {i}, my love. (beat) Go.", arc: i < 5 ? "lost-love" : null))]);
        var spanish = await store.GiveAsync(
            StoreUnderTest.Luis,
            StoreUnderTest.Line("¿Quién es mi padre?", "La sal!", "es", "Inés", "amnesia"),
            StoreUnderTest.Line("Nadie lo sabe.", "La sal!", "es", null));
        await store.Get<ConsentRegister>().SetCreditNameAsync(StoreUnderTest.Ana, "Ana [click](http://x) | Sea", StoreUnderTest.Stop);
        foreach (var id in english.Concat(spanish))
        {
            await store.ApproveAsync(id);
        }

        await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("Pending, so not exported."));
        return store;
    }
}
