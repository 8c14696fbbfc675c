using Telenovela.Corpus.Checks;
using Telenovela.Corpus.Dataset;

namespace Telenovela.Tests.Corpus.Checks;

public sealed class CorpusCheckTests
{
    private const string First = """
        Title: El Último Beso
        Season: 1
        Episode: 1

        INT. LOBBY - DAY

        [[arc: lost-love]]

        = Marisol waits.

        Teo comes in.

        MARISOL
        You came.

        TEO
        (sighs)
        I did, ¿no?
        """;

    private const string Second = """
        Title: El Último Beso
        Season: 1
        Episode: 2

        EXT. PORT - NIGHT

        [[arc: lost-love]]
        [[arc: revenge]]

        = They part.

        MARISOL
        Good-bye, Teo.

        DOCTOR PAZ
        Too late.
        """;

    [Fact]
    public void Measures_And_Finds_Nothing_When_All_Is_Well()
    {
        using var folder = Show(First, Second, BibleTests.Example);

        var report = Run(folder);

        Assert.True(report.IsClean(), string.Join('\n', report.Telenovelas[0].Problems));
        var measures = Assert.Single(report.Telenovelas);
        Assert.Equal(("el_ultimo_beso", "El Último Beso", "en"), (measures.Telenovela, measures.Title, measures.Language));
        Assert.Equal((2, 2, 4), (measures.Episodes, measures.Scenes, measures.Lines));
        Assert.Equal(First.Length + Second.Length, measures.Characters);
        Assert.Equal(43, measures.SpokenCharacters);
        Assert.Equal(23, measures.Speakers["MARISOL"]);
        Assert.Equal(["MARISOL", "TEO", "DOCTOR PAZ"], measures.Speakers.Keys);
        var port = Second.Length - Second.IndexOf("EXT.", StringComparison.Ordinal);
        var lobby = First.Length - First.IndexOf("INT.", StringComparison.Ordinal);
        Assert.Equal(new Dictionary<string, long> { ["lost-love"] = lobby + port, ["revenge"] = port }, measures.Arcs);
        Assert.Equal(new ThreadMeasure(1, 1), measures.Threads);
        Assert.Equal(1, measures.DistinctFourGrams);
        Assert.InRange(measures.CompressedRatio, 0.3, 1.0);
    }

    [Theory]
    [InlineData("DOCTOR PAZ", "DOCTOR PEZ", "speaker-in-bible", "s01e02.fountain", 15)]
    [InlineData("= They part.\n\n", "", "scene-synopsis", "s01e02.fountain", 5)]
    [InlineData("[[arc: lost-love]]\n[[arc: revenge]]\n\n", "", "scene-arc", "s01e02.fountain", 5)]
    [InlineData("EXT. PORT - NIGHT\n\n", "", "scene-heading", "s01e02.fountain", 1)]
    [InlineData("Too late.", "Too (late.", "parentheses", "s01e02.fountain", 15)]
    [InlineData("Too late.", "Too late, дорогая.", "stray-character", "s01e02.fountain", 16)]
    [InlineData("Too late.", "Too late \ud83d\ude00.", "stray-character", "s01e02.fountain", 16)]
    [InlineData("Good-bye, Teo.", "Good-bye, you.", "thread-people", "README.md", 28)]
    [InlineData("Episode: 2", "Episode: 3", "title-page", "s01e02.fountain", 1)]
    [InlineData("DOCTOR PAZ\n", "@?\n", "speaker", "s01e02.fountain", 15)]
    [InlineData("DOCTOR PAZ\nToo late.", "DOCTOR PAZ\n()", "unreadable", "s01e02.fountain", 15)]
    public void Names_File_Line_And_Rule_When_An_Episode_Breaks_One(string text, string broken, string rule, string file, int line)
    {
        using var folder = Show(First, Second.Replace(text, broken, StringComparison.Ordinal), BibleTests.Example);

        var problem = Assert.Single(Run(folder).Telenovelas[0].Problems);

        Assert.Equal((rule, $"english/el_ultimo_beso/{file}", line), (problem.Rule, problem.File, problem.Line));
    }

    [Theory]
    [InlineData("Episodes: 2", "Episodes: 3", "episode-count", 0)]
    [InlineData("- Episodes: 2\n", "", "episode-count", 0)]
    [InlineData("| s01e02 |", "| s01e09 |", "thread-episode", 28)]
    [InlineData("| s01e02 |", "| |", "thread-episode", 28)]
    [InlineData("Marisol, Teo", "Marisol, Zoila", "thread-people", 28)]
    public void Names_File_Line_And_Rule_When_The_Bible_Breaks_One(string text, string broken, string rule, int line)
    {
        using var folder = Show(First, Second, BibleTests.Example.Replace(text, broken, StringComparison.Ordinal));

        var problem = Run(folder).Telenovelas[0].Problems[0];

        Assert.Equal((rule, "english/el_ultimo_beso/README.md", line), (problem.Rule, problem.File, problem.Line));
    }

    [Fact]
    public void Reports_A_Missing_Episode_When_Numbers_Have_A_Gap()
    {
        using var folder = Show(First, Second, BibleTests.Example);
        File.Move(folder.At("english", "el_ultimo_beso", "s01e01.fountain"), folder.At("english", "el_ultimo_beso", "s01e03.fountain"));

        Assert.Contains(Run(folder).Telenovelas[0].Problems, problem => problem.Rule == "episode-gap" && problem.Message.StartsWith("s01e01", StringComparison.Ordinal));
    }

    [Fact]
    public void Reports_Repeated_Lines_When_They_Are_Long_And_No_Catchphrases()
    {
        var lines = string.Concat(Enumerable.Repeat("\n\nMARISOL\nBy the saints and by the soup of my mother, no!\n\nTEO\nI never said that I would come back here.\n\nTEO\nShort enough to come again, Teo.", 4));
        using var folder = Show(First + lines, Second, BibleTests.Example);

        var problem = Assert.Single(Run(folder).Telenovelas[0].Problems);

        Assert.Equal("repeated-line", problem.Rule);
        Assert.Contains("spoken 4 times", problem.Message, StringComparison.Ordinal);
        Assert.Equal(23 + (9 * 3), problem.Line);
    }

    [Fact]
    public void Asks_For_No_Bible_When_The_Script_Was_Imported()
    {
        using var folder = Show("@?\nWho is it?\n\nA door.", "@?\nNobody.", "# Imported\n\n- Episodes: 7\n");

        Assert.Empty(Run(folder).Telenovelas[0].Problems);
    }

    [Fact]
    public void Holds_To_Ratios_Only_When_There_Is_A_Season()
    {
        var monotone = string.Concat(Enumerable.Range(0, 2000).Select(i => $"\n\nTEO\nI will come back number {i}."));
        using var folder = Show(First + monotone, Second, BibleTests.Example);

        Assert.Empty(Run(folder).Telenovelas[0].Problems);
        var season = new CorpusCheck(new CheckThresholds { SeasonCharacters = 10_000 }).Run(CorpusFolder.Load(folder.Path, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        Assert.Equal(["distinct-4-grams", "compressed-ratio"], season.Telenovelas[0].Problems.Select(problem => problem.Rule));
        Assert.InRange(season.Telenovelas[0].DistinctFourGrams, 0.4, 0.94);
    }

    private static TemporaryFolder Show(string first, string second, string readme)
    {
        var folder = new TemporaryFolder();
        folder.Write("english/el_ultimo_beso/s01e01.fountain", first);
        folder.Write("english/el_ultimo_beso/s01e02.fountain", second);
        folder.Write("english/el_ultimo_beso/README.md", readme);
        return folder;
    }

    private static CheckReport Run(TemporaryFolder folder) => new CorpusCheck().Run(CorpusFolder.Load(folder.Path, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
}
