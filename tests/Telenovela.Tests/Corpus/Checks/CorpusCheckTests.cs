using Telenovela.Corpus.Checks;
using Telenovela.Corpus.Dataset;

namespace Telenovela.Tests.Corpus.Checks;

public sealed class CorpusCheckTests
{
    [Fact]
    public void Measures_And_Finds_Nothing_When_All_Is_Well()
    {
        using var dataset = new SmallDataset(card: SmallDataset.Card);

        var report = dataset.Check();

        Assert.True(report.IsClean(), string.Join('\n', dataset.Problems()));
        var check = Assert.Single(report.Telenovelas);
        Assert.Equal(("el_ultimo_beso", "El Último Beso", "en"), (check.Telenovela, check.Title, check.Language));
        Assert.Equal((2, 2, 4), (check.Episodes, check.Scenes, check.Lines));
        Assert.Equal(SmallDataset.First.Length + SmallDataset.Second.Length, check.Characters);
        Assert.Equal(43, check.SpokenCharacters);
        Assert.Equal([("MARISOL", 23), ("TEO", 11), ("DOCTOR PAZ", 9)], check.Speakers.Select(speaker => (speaker.Key, (int)speaker.Value)));
        var port = SmallDataset.Second.Length - SmallDataset.Second.IndexOf("EXT.", StringComparison.Ordinal);
        var lobby = SmallDataset.First.Length - SmallDataset.First.IndexOf("INT.", StringComparison.Ordinal);
        Assert.Equal(new Dictionary<string, long> { ["lost-love"] = lobby + port, ["revenge"] = port }, check.Arcs);
        Assert.Equal(new ThreadMeasure(1, 1, 1), check.Threads);
        Assert.Equal(1, check.DistinctFourGrams);
        Assert.Equal("brotli 11", check.Compressed.Compressor);
        Assert.InRange(check.Compressed.Ratio, 0.4, 0.7);
        Assert.Equal("literary", check.Limits?.Register);
        Assert.Equal(check.Characters, report.Characters);
        Assert.Equal(check.Arcs, report.Arcs);
    }

    [Theory]
    [InlineData("DOCTOR PAZ", "DOCTOR PEZ", "speaker-in-bible", 18)]
    [InlineData("MARISOL\n", "@Marisol\n", "speaker-in-bible", 15)]
    [InlineData("DOCTOR PAZ\n", "@?\n", "speaker", 18)]
    [InlineData("EXT. PORT - NIGHT\n\n", "", "scene-heading", 1)]
    [InlineData("= They part.\n\n", "", "scene-synopsis", 8)]
    [InlineData("[[arc: lost-love]]\n[[arc: revenge]]\n\n", "", "scene-arc", 8)]
    [InlineData("[[arc: revenge]]", "[[arc: amnesia]]", "arc-in-bible", 8)]
    [InlineData("[[arc: revenge]]", "[[arc: Lost-love]]", "arc-in-list", 8)]
    [InlineData("Too late.", "Too (late.", "parentheses", 18)]
    [InlineData("Too late.", "Too late).", "parentheses", 18)]
    [InlineData("DOCTOR PAZ\n", "DOCTOR PAZ\n(softly\n", "parentheses", 18)]
    [InlineData("= They part.", "= They (part.", "parentheses", 8)]
    [InlineData("EXT. PORT", "EXT. PORT)", "parentheses", 8)]
    [InlineData("Too late.", "Too late.\n\nA ship (large leaves.", "parentheses", 21)]
    [InlineData("Too late.", "Too late, дорогая.", "stray-character", 19)]
    [InlineData("Too late.", "Too late \ud83d\ude00.", "stray-character", 19)]
    [InlineData("Too late.", "Too\u200b late.", "stray-character", 19)]
    [InlineData("They part", "They pаrt", "stray-character", 13)]
    [InlineData("Episode: 2", "Episode: 3", "title-page", 1)]
    [InlineData("Author: People\n", "", "title-page", 1)]
    [InlineData("License: CC0-1.0\n", "", "title-page", 1)]
    [InlineData("Season: 1\n", "", "title-page", 1)]
    [InlineData("Language: en", "Language:", "title-page", 1)]
    [InlineData("Último", "Ultimo", "title", 1)]
    [InlineData("Language: en", "Language: es", "language", 1)]
    [InlineData("DOCTOR PAZ\nToo late.", "DOCTOR PAZ\n()", "unreadable", 18)]
    public void Names_File_Line_And_Rule_When_An_Episode_Breaks_One(string text, string broken, string rule, int line)
    {
        Assert.Contains(text, SmallDataset.Second, StringComparison.Ordinal);
        using var dataset = new SmallDataset(second: SmallDataset.Second.Replace(text, broken, StringComparison.Ordinal), card: SmallDataset.Card);

        Assert.Contains($"{rule} s01e02.fountain:{line}", dataset.Problems());
    }

    [Theory]
    [InlineData("Good-bye, Teo.", "Good-bye, you.", "thread-people README.md:31")]
    [InlineData("MARISOL\nGood-bye, Teo.\n\nDOCTOR PAZ\nToo late.", "They part.", "silent s01e02.fountain:0")]
    public void Names_The_Rule_When_An_Episode_Lacks_Something(string text, string broken, string problem)
    {
        using var dataset = new SmallDataset(second: SmallDataset.Second.Replace(text, broken, StringComparison.Ordinal));

        Assert.Contains(problem, dataset.Problems());
    }

    [Fact]
    public void Counts_No_Mention_When_A_Name_Stands_Only_Where_Nobody_Sees_It()
    {
        var hidden = SmallDataset.Second.Replace("Good-bye, Teo.", "Good-bye, Teodoro.", StringComparison.Ordinal)
            .Replace("PORT", "TEO'S PORT", StringComparison.Ordinal)
            .Replace("They part.", "Teo parts.\n\n[[Teo]]\n\n/* Teo */", StringComparison.Ordinal)
            .Replace("Episode: 2", "Episode: 2\nEpisode Title: Teo", StringComparison.Ordinal);
        using var dataset = new SmallDataset(second: hidden);

        Assert.Equal(["thread-people README.md:31"], dataset.Problems());
        Assert.Equal(new ThreadMeasure(1, 1, 0), dataset.Check().Telenovelas[0].Threads);
    }

    [Theory]
    [InlineData("Episodes: 2", "Episodes: 3", "episode-count", 0)]
    [InlineData("- Episodes: 2\n", "", "episode-count", 0)]
    [InlineData("- Licence: CC0-1.0\n", "", "bible-facts", 0)]
    [InlineData("- Written by: people\n", "", "bible-facts", 0)]
    [InlineData("- Last updated: 2026-11-23\n", "", "bible-facts", 0)]
    [InlineData("- Format: Fountain\n", "", "bible-facts", 0)]
    [InlineData("- Language: English\n", "", "bible-facts", 0)]
    [InlineData("| s01e02 |", "| s01e09 |", "thread-episode", 31)]
    [InlineData("| s01e01 |", "| s01e00 |", "thread-episode", 31)]
    [InlineData("| s01e02 |", "| |", "thread-episode", 31)]
    [InlineData("| s01e01 | s01e02 |", "| s01e02 | s01e01 |", "thread-order", 31)]
    [InlineData("Marisol, Teo", "Marisol, Zoila", "thread-people", 31)]
    [InlineData("Marisol, Teo", "", "thread-people", 31)]
    [InlineData("| the-burned-letter | s01e01 | s01e02 | Marisol, Teo | Who burned the letter? |\n", "", "threads", 0)]
    [InlineData("| TEO | long", "| TEO II | long", "cast-silent", 21)]
    [InlineData("mother\" | MARISOL |", "mother\" | MARISSA |", "catchphrase", 42)]
    public void Names_File_Line_And_Rule_When_The_Bible_Breaks_One(string text, string broken, string rule, int line)
    {
        Assert.Contains(text, BibleTests.Example, StringComparison.Ordinal);
        using var dataset = new SmallDataset(bible: BibleTests.Example.Replace(text, broken, StringComparison.Ordinal));

        Assert.Contains($"{rule} README.md:{line}", dataset.Problems());
    }

    [Fact]
    public void Reports_A_Missing_Episode_When_Numbers_Have_A_Gap()
    {
        using var dataset = new SmallDataset();
        File.Move(dataset.At("s01e01.fountain"), dataset.At("s01e03.fountain"));

        Assert.Contains("episode-gap README.md:0", dataset.Problems());
    }

    [Fact]
    public void Asks_For_A_Readme_When_There_Is_None()
    {
        using var dataset = new SmallDataset(bible: null);

        Assert.Equal(["readme README.md:0"], dataset.Problems());
    }

    [Fact]
    public void Asks_For_Form_Only_When_The_Script_Was_Imported()
    {
        var song = string.Concat(Enumerable.Repeat("\n\n@?\nThis is the song that opens every episode of it.", 8));
        using var dataset = new SmallDataset("@?\nWho is it?\n\nA door." + song, "@?\nNobody.", "# Imported\n\n- Episodes: 7\n");

        Assert.Empty(dataset.Problems(new CheckThresholds()));
        dataset.Write("s01e02.fountain", "@?\nNobody \u2764 (at all, дорогая.");
        dataset.Write("held-out.fountain", "@?\nNobody.");
        Assert.Empty(dataset.Problems(new CheckThresholds()));
        dataset.Write("s01e02.fountain", "@?\nNo\u200bbody.");
        dataset.Write("others.fountain", "@?\nNobody.");
        Assert.Equal(["stray-character s01e02.fountain:2", "file-name others.fountain:0"], dataset.Problems(new CheckThresholds()));
    }

    [Fact]
    public void Says_So_When_There_Is_Nothing_To_Check()
    {
        using var folder = new TemporaryFolder();

        var report = new CorpusCheck().Run(CorpusFolder.Load(folder.Path, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        Assert.Equal("empty", Assert.Single(report.Problems).Rule);
        Assert.False(report.IsClean());
    }
}
