using System.Text.Json.Nodes;
using Telenovela.Tests.Corpus;
using Telenovela.Tests.Corpus.Checks;

namespace Telenovela.Tests.Cli;

public sealed class CorpusCommandTests
{
    [Fact]
    public async Task Prints_One_Json_Object_When_Importing()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("in/talk_s01e02.txt", "Ana: Hello. (laughs)\nBeto: Hi.");

        var (code, output, error) = await TelenovelaProcess.RunAsync(
            "corpus", "import", file, "--telenovela", "La Casa", "--language", "english", "--output", folder.At("corpus"), "--json");

        var report = JsonNode.Parse(output)!.AsObject();
        Assert.True(code == 0, error);
        Assert.Equal(["telenovela", "language", "format", "episodes", "lines", "characters", "cues", "speakers", "skipped"], report.Select(member => member.Key));
        Assert.Equal(("la_casa", "en", "tagged text"), ((string)report["telenovela"]!, (string)report["language"]!, (string)report["format"]!));
        Assert.Equal((1, 2, 9, 1), ((int)report["episodes"]!, (int)report["lines"]!, (int)report["characters"]!, (int)report["cues"]!));
        Assert.Equal("{\"Ana\":1,\"Beto\":1}", report["speakers"]!.ToJsonString());
        Assert.True(File.Exists(folder.At("corpus", "english", "la_casa", "s01e02.fountain")));
    }

    [Fact]
    public async Task Exits_With_1_And_Says_Where_When_Nothing_Could_Be_Imported()
    {
        using var folder = new TemporaryFolder();

        var (code, output, _) = await TelenovelaProcess.RunAsync(
            "corpus", "import", folder.At("nowhere.srt"), "--telenovela", "x", "--language", "en", "--output", folder.At("corpus"), "--json");

        var skip = Assert.Single(JsonNode.Parse(output)!["skipped"]!.AsArray())!.AsObject();
        Assert.Equal(1, code);
        Assert.Equal(["file", "line", "reason"], skip.Select(member => member.Key));
        Assert.False(Directory.Exists(folder.At("corpus")));
    }

    [Theory]
    [InlineData("corpus", "import", "x.srt")]
    [InlineData("corpus", "import", "x.srt", "--telenovela", "x", "--language", "en", "--output", "y", "--format", "docx")]
    [InlineData("corpus", "import", "x.srt", "--telenovela", "x", "--language", "klingon", "--output", "y")]
    [InlineData("corpus", "import", "x.srt", "--telenovela", "x", "--language", "", "--output", "y")]
    [InlineData("corpus", "import", "", "--telenovela", "x", "--language", "en", "--output", "y")]
    [InlineData("corpus", "import", "x.srt", "--telenovela", "…", "--language", "en", "--output", "y")]
    [InlineData("corpus", "import", "--loudly", "--telenovela", "x", "--language", "en", "--output", "y")]
    [InlineData("corpus", "check", "--loudly")]
    [InlineData("corpus", "check", "one", "two")]
    public async Task Exits_With_2_When_The_Usage_Is_Wrong(params string[] arguments)
    {
        var (code, output, _) = await TelenovelaProcess.RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.Empty(output);
    }

    [Fact]
    public async Task Says_What_Is_In_The_Way_When_The_Output_Can_Be_No_Folder()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("in/talk_s01e02.txt", "Ana: Hello.\nBeto: Hi.");

        var (code, output, _) = await TelenovelaProcess.RunAsync(
            "corpus", "import", file, "--telenovela", "La Casa", "--language", "en", "--output", Path.Combine(file, "corpus"));

        Assert.Equal(1, code);
        Assert.Contains($"“{file}” is a file.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prints_Figures_And_Problems_When_Checking()
    {
        using var dataset = new SmallDataset();

        var (code, output, _) = await TelenovelaProcess.RunAsync("corpus", "check", dataset.Path, "--json");

        var report = JsonNode.Parse(output)!.AsObject();
        var telenovela = Assert.Single(report["telenovelas"]!.AsArray())!.AsObject();
        Assert.Equal(1, code);
        Assert.Equal(["telenovelas", "characters", "arcs", "problems"], report.Select(member => member.Key));
        Assert.Equal(
            [
                "telenovela", "title", "language", "episodes", "scenes", "lines", "characters", "spokenCharacters", "speakers", "arcs", "threads",
                "distinctFourGrams", "compressed", "style", "limits", "problems",
            ],
            telenovela.Select(member => member.Key));
        Assert.Equal("{\"MARISOL\":23,\"TEO\":11,\"DOCTOR PAZ\":9}", telenovela["speakers"]!.ToJsonString());
        Assert.Equal("{\"listed\":1,\"opened\":1,\"tied\":1}", telenovela["threads"]!.ToJsonString());
        Assert.Equal(["compressor", "ratio"], telenovela["compressed"]!.AsObject().Select(member => member.Key));
        Assert.Equal(
            ["lineCharacters", "sentenceWords", "wordForms", "directions"],
            telenovela["style"]!.AsObject().Select(member => member.Key));
        Assert.Equal(("literary", 0.93), ((string?)telenovela["limits"]!["register"], (double)telenovela["limits"]!["distinctFourGrams"]!));
        Assert.Equal(
            ["cast-size", "size-episodes", "size-characters", "size-voices"],
            telenovela["problems"]!.AsArray().Select(problem => (string)problem!["rule"]!));
        Assert.All(telenovela["problems"]!.AsArray(), problem => Assert.Equal(["file", "line", "rule", "message"], problem!.AsObject().Select(member => member.Key)));
    }

    [Fact]
    public async Task Names_File_And_Line_When_Checking_For_People()
    {
        using var dataset = new SmallDataset(second: SmallDataset.Second.Replace("DOCTOR PAZ", "[DOCTOR]", StringComparison.Ordinal).Replace("Too late.", "Too (late.", StringComparison.Ordinal));

        var (code, output, _) = await TelenovelaProcess.RunAsync("corpus", "check", dataset.Path);

        var unwrapped = output.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(1, code);
        Assert.Contains("el_ultimo_beso/s01e02.fountain:18", unwrapped, StringComparison.Ordinal);
        Assert.Contains("│el_ultimo_beso│2│", unwrapped, StringComparison.Ordinal);
        Assert.Contains("1/1│", unwrapped, StringComparison.Ordinal);
        Assert.Contains("│el_ultimo_beso│literary│11.0│2.5│15│0.312│", unwrapped, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exits_With_0_When_Nothing_Is_Wrong()
    {
        using var folder = new TemporaryFolder();
        folder.Write("english/la_casa/s01e01.fountain", "Title: La Casa\n\nANA\nHello.");
        folder.Write("english/la_casa/README.md", "# La Casa\n\n- Episodes: 1\n");

        var (code, output, _) = await TelenovelaProcess.RunAsync("corpus", "check", folder.Path);
        var (missing, _, _) = await TelenovelaProcess.RunAsync("corpus", "check", folder.At("nowhere"), "--json");

        Assert.Equal(0, code);
        Assert.Contains("No problems.", output, StringComparison.Ordinal);
        Assert.Equal(1, missing);
    }
}
