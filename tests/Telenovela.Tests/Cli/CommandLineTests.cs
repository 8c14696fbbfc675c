using System.Diagnostics;
using System.Text.Json.Nodes;
using Telenovela.Engine.Checkpoints;
using Telenovela.Tests.Engine;

namespace Telenovela.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("telenovela-test-").FullName;

    private string Model => Path.Combine(_folder, "tiny");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Writes_The_Same_Text_Twice_When_The_Seed_Is_The_Same()
    {
        CheckpointFolder.Save(SmallModel.Checkpoint, Model);

        var (code, first, _) = await TelenovelaProcess.RunAsync(
            "generate", "--model", Model, "--length", "100", "--exact", "--seed", "7", "--json");
        var (_, second, _) = await TelenovelaProcess.RunAsync(
            "generate", "--model", Model, "--length", "100", "--exact", "--seed", "7", "--json");

        var (one, two) = (JsonNode.Parse(first)!.AsObject(), JsonNode.Parse(second)!.AsObject());
        Assert.Equal(0, code);
        Assert.Equal(
            ["text", "telenovela", "model", "seed", "characters", "elapsedMs", "longestCopy", "copiedFrom", "stopped"],
            one.Select(member => member.Key));
        Assert.Equal(100, (string)one["text"]! is { } text ? text.Length : 0);
        Assert.Equal((string)one["text"]!, (string)two["text"]!);
        Assert.Equal(7, (long)one["seed"]!);
    }

    [Fact]
    public async Task Takes_A_Decimal_Comma_For_A_Point()
    {
        CheckpointFolder.Save(SmallModel.Checkpoint, Model);

        var (_, point, _) = await TelenovelaProcess.RunAsync(
            "generate", "--model", Model, "--exact", "--length", "60", "--seed", "7", "--temperature", "0.625", "--json");
        var (code, comma, _) = await TelenovelaProcess.RunAsync(
            "generate", "--model", Model, "--exact", "--length", "60", "--seed", "7", "--temperature", "0,625", "--json");

        Assert.Equal(0, code);
        Assert.Equal((string)JsonNode.Parse(point)!["text"]!, (string)JsonNode.Parse(comma)!["text"]!);
    }

    [Theory]
    [InlineData("generate", "--length", "0")]
    [InlineData("generate", "--temperature", "-1")]
    [InlineData("generate", "--temperature", "hot")]
    [InlineData("generate", "--seed", "seven")]
    [InlineData("generate", "--sing")]
    [InlineData("train", "--text", "x", "--output", "y", "--dropout", "much")]
    [InlineData("train", "--text", "x", "--output", "y", "--epochs", "2.5")]
    [InlineData("train", "--output", "x")]
    [InlineData("frobnicate")]
    [InlineData("measure")]
    [InlineData("commands", "register", "--guild", "here")]
    [InlineData("bot", "--urls", "nonsense")]
    [InlineData("bot", "--urls", "http://127.0.0.1:99999")]
    [InlineData("health", "--urls", "ftp://127.0.0.1")]
    [InlineData("generate", "--model", "")]
    [InlineData("db", "check", "--loud")]
    [InlineData("db", "restore", "--loud")]
    [InlineData("--json")]
    [InlineData("bot", "--json")]
    [InlineData("--urls")]
    [InlineData("--Storage:Directory")]
    [InlineData("--Storage:Directry", "x")]
    [InlineData("--Storge:Directory=x")]
    [InlineData("--Storage:Directory", "x", "frobnicate")]
    [InlineData("retrain", "--Storage:Directory", "--json")]
    [InlineData("retrain", "status", "--Storge:Directory", "x")]
    [InlineData("generate", "--Storage:Directory", "x")]
    public async Task Exits_With_2_When_The_Usage_Is_Wrong(params string[] arguments)
    {
        var (code, output, error) = await TelenovelaProcess.RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Matches("Try `telenovela( [a-z]+)* --help`", error);
    }

    [Fact]
    public async Task Exits_With_1_And_Words_When_Something_Fails()
    {
        var text = Path.Combine(_folder, "short.txt");
        await File.WriteAllTextAsync(text, "hola", TestContext.Current.CancellationToken);
        CheckpointFolder.Save(SmallModel.Checkpoint, Model);
        var empty = Path.Combine(_folder, "empty.txt");
        await File.WriteAllTextAsync(empty, "", TestContext.Current.CancellationToken);

        foreach (var arguments in new string[][]
        {
            ["generate", "--model", Path.Combine(_folder, "nowhere")],
            ["generate", "--model", Model, "--telenovela", "dallas"],
            ["train", "--text", text, "--output", Path.Combine(_folder, "out")],
            ["train", "--text", text, "--output", text],
            ["commands", "register"],
            ["train", "--text", Path.Combine(_folder, "missing.txt"), "--output", Path.Combine(_folder, "out")],
            ["evaluate", "--model", Path.Combine(_folder, "nowhere"), "--text", text],
            ["evaluate", "--model", Model, "--text", empty],
            ["generate", "--model", Model, "--arc", "amnesia"],
            ["train", "--text-folder", Path.Combine(_folder, "nowhere"), "--output", Path.Combine(_folder, "out")],
            ["measure", "--order", Path.Combine(_folder, "missing.json")],
            ["measure", "--order", text],
            ["bench", "words", "--model", Model, "--count", "1", "--library", Path.Combine(_folder, "nowhere")],
            ["--Storage:BackupHour", "noon", "--data", Path.Combine(_folder, "data"), "--urls", "http://127.0.0.1:0"],
            ["--Storage:BackupHour", "99", "--data", Path.Combine(_folder, "data"), "--urls", "http://127.0.0.1:0"],
        })
        {
            var (code, output, error) = await TelenovelaProcess.RunAsync(arguments);
            Assert.Equal(1, code);
            Assert.Empty(output);
            Assert.True(error.Length > 20 && !error.Contains("   at ", StringComparison.Ordinal), error);
        }
    }

    [Fact]
    public async Task Writes_280_Characters_And_The_Talks_100_When_No_Length_Is_Said()
    {
        CheckpointFolder.Save(SmallModel.Checkpoint, Model);

        var (_, about, _) = await TelenovelaProcess.RunAsync("generate", "--model", Model, "--seed", "7", "--json");
        var (_, exact, _) = await TelenovelaProcess.RunAsync("generate", "--model", Model, "--seed", "7", "--exact", "--json");

        Assert.InRange((int)JsonNode.Parse(about)!["characters"]!, 224, 336);
        Assert.Equal(100, (int)JsonNode.Parse(exact)!["characters"]!);
    }

    [Theory]
    [InlineData("--exact")]
    [InlineData("--candidates=16")]
    public async Task Breaks_No_Line_When_The_Text_Goes_To_A_Pipe(string kind)
    {
        CheckpointFolder.Save(SmallModel.Checkpoint, Model);
        var prompt = string.Join(' ', Enumerable.Repeat("la carta", 20));
        string[] arguments = ["generate", "--model", Model, "--prompt", prompt, "--length", "700", kind, "--seed", "7"];

        var (_, output, _) = await TelenovelaProcess.RunAsync(arguments);
        var (_, json, _) = await TelenovelaProcess.RunAsync([.. arguments, "--json"]);

        Assert.Equal(prompt + JsonNode.Parse(json)!["text"] + "\n", output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Shows_The_Text_While_It_Writes_And_Keeps_It_When_Interrupted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        CheckpointFolder.Save(SmallModel.Checkpoint, Model);
        string[] arguments = ["generate", "--model", Model, "--length", "1000000", "--exact", "--seed", "7"];
        var began = Stopwatch.StartNew();
        using var plain = TelenovelaProcess.Start(arguments);
        var first = new char[40];
        await plain.StandardOutput.ReadBlockAsync(first, TestContext.Current.CancellationToken);
        var untilText = began.Elapsed;
        var (code, rest, words) = await InterruptAsync(plain);

        Assert.Equal(1, code);
        Assert.Contains("Stopped.", words, StringComparison.Ordinal);
        Assert.EndsWith("\n", rest, StringComparison.Ordinal);

        using var json = TelenovelaProcess.Start([.. arguments, "--json"]);
        await Task.Delay((2 * untilText) + TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        var (_, output, _) = await InterruptAsync(json);
        var result = JsonNode.Parse(output)!;
        Assert.True((bool)result["stopped"]!);
        Assert.StartsWith(new string(first), (string)result["text"]!, StringComparison.Ordinal);

        static async Task<(int Code, string Output, string Error)> InterruptAsync(Process process)
        {
            using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output, await error);
        }
    }

    [Fact]
    public async Task Reads_Each_Plain_File_Once_When_A_Library_Holds_Links_And_Pipes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes.");
        var library = Directory.CreateDirectory(Path.Combine(_folder, "library")).FullName;
        await File.WriteAllTextAsync(Path.Combine(library, "play.txt"), SmallModel.Text, TestContext.Current.CancellationToken);
        Directory.CreateSymbolicLink(Path.Combine(library, "again"), library);
        using (var mkfifo = Process.Start("mkfifo", [Path.Combine(library, "pipe.txt")]))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var (code, _, error) = await TelenovelaProcess.RunAsync(
            "train", "--text-folder", library, "--output", Model,
            "--epochs", "1", "--width", "8", "--layers", "1", "--threads", "1", "--json");

        Assert.True(code == 0, error);
        Assert.Contains($"left out {Path.Combine(library, "again")}: ", error, StringComparison.Ordinal);
        Assert.Contains($"left out {Path.Combine(library, "pipe.txt")}: ", error, StringComparison.Ordinal);
        Assert.Equal(["library/play.txt"], CheckpointFolder.Load(Model).Origin.Corpus.Keys);
    }

    [Fact]
    public async Task Keeps_What_The_Retraining_Starts_For_Itself_Out_Of_The_Help()
    {
        var (code, output, _) = await TelenovelaProcess.RunAsync("--help");

        Assert.Equal(0, code);
        Assert.Contains("retrain", output, StringComparison.Ordinal);
        Assert.DoesNotContain("measure", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prints_One_Json_Object_And_Saves_A_Model_When_Training()
    {
        var text = await WriteTextAsync();

        var (code, output, error) = await TelenovelaProcess.RunAsync(
            "train", "--text", text, "--output", Model, "--epochs", "2", "--width", "32", "--layers", "1", "--threads", "1", "--json");

        var result = JsonNode.Parse(output)!;
        Assert.True(code == 0, error);
        Assert.Equal([1, 2], result["epochs"]!.AsArray().Select(epoch => (int)epoch!["epoch"]!));
        Assert.All(result["epochs"]!.AsArray(), epoch => Assert.True((double)epoch!["heldOutNats"]! > 0 && (double)epoch["trainNats"]! > 0 && (double)epoch["charactersPerSecond"]! > 0));
        Assert.Equal((double)result["epochs"]!.AsArray().MinBy(epoch => (double)epoch!["heldOutNats"]!)!["heldOutNats"]!, (double)result["best"]!["heldOutNats"]!);
        Assert.Equal(CheckpointFolder.Load(Model).Shape.Parameters, (long)result["parameters"]!);

        var (evaluated, figures, _) = await TelenovelaProcess.RunAsync("evaluate", "--model", Model, "--text", text, "--json");
        Assert.Equal(0, evaluated);
        Assert.Equal(
            ["nats", "bitsPerCharacter", "characters", "unknown"],
            JsonNode.Parse(figures)!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task Reads_A_Library_Beside_A_Corpus_And_Writes_With_Its_Arcs()
    {
        var library = Directory.CreateDirectory(Path.Combine(_folder, "library")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(library, "an_old_play.txt"),
            string.Concat(Enumerable.Repeat("ROSA: Who is there?\nJUAN: It is only me, Rosa.\n\n", 60)),
            TestContext.Current.CancellationToken);
        var corpus = Directory.CreateDirectory(Path.Combine(_folder, "corpus", "english", "the_letter")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(corpus, "s01e01.fountain"),
            "Title: The Letter\n\nINT. ROOM - DAY\n\n[[arc: betrayal]]\n\n" +
            string.Concat(Enumerable.Repeat("ANA\nWhere is the letter?\n\nLUZ\nI burned it, Ana.\n\n", 40)),
            TestContext.Current.CancellationToken);

        var (code, output, error) = await TelenovelaProcess.RunAsync(
            "train", "--preset", "tiny", "--tokenizer", "subword", "--vocabulary", "200",
            "--corpus", Path.Combine(_folder, "corpus", "english"), "--corpus-times", "2",
            "--text-folder", library + "*1.5", "--output", Model, "--threads", "1", "--json");

        Assert.True(code == 0, error);
        Assert.True(File.Exists(Path.Combine(Model, "loss.png")) && File.Exists(Path.Combine(Model, "metrics.jsonl")), output);
        var model = CheckpointFolder.Load(Model);
        Assert.Contains("ANA:", model.Tokenizer.Vocabulary);
        Assert.Contains("burned", model.Lexicon!.Words);
        var (written, text, _) = await TelenovelaProcess.RunAsync(
            "generate", "--model", Model, "--arc", "betrayal", "--length", "60", "--seed", "1");
        Assert.Equal(0, written);
        Assert.Matches("^(ANA|LUZ): ", text);
        var (refused, _, arcs) = await TelenovelaProcess.RunAsync("generate", "--model", Model, "--arc", "wedding");
        Assert.Equal(1, refused);
        Assert.Contains("betrayal", arcs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_On_From_A_Model_When_Asked()
    {
        var text = await WriteTextAsync();
        var further = Path.Combine(_folder, "further");
        await TelenovelaProcess.RunAsync("train", "--text", text, "--output", Model, "--epochs", "3", "--width", "32", "--layers", "1", "--threads", "1");

        var (code, output, error) = await TelenovelaProcess.RunAsync(
            "train", "--text", text, "--from", Model, "--output", further, "--epochs", "1", "--threads", "1", "--json");
        var (usage, _, explanation) = await TelenovelaProcess.RunAsync("train", "--text", text, "--from", Model, "--output", further, "--width", "64");

        Assert.True(code == 0, error);
        Assert.Equal(CheckpointFolder.Load(Model).Shape, CheckpointFolder.Load(further).Shape);
        Assert.True((double)JsonNode.Parse(output)!["best"]!["heldOutNats"]! < CheckpointFolder.Load(Model).Origin.HeldOutNats);
        Assert.Equal(2, usage);
        Assert.Contains("--from", explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_A_Valid_Model_Or_None_When_Killed_While_Training()
    {
        var text = await WriteTextAsync();
        var random = new Random(1);
        var found = 0;
        for (var round = 0; round < 6; round++)
        {
            using var process = TelenovelaProcess.Start(
                "train", "--text", text, "--output", Model, "--epochs", "1000", "--width", "24", "--layers", "1", "--threads", "1");
            _ = process.StandardError.ReadToEndAsync(CancellationToken.None);

            // Some are killed early; the others while a model is there and is being replaced again and again.
            if (round >= 2)
            {
                while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("saved", StringComparison.Ordinal))
                {
                }
            }

            await Task.Delay(random.Next(round >= 2 ? 400 : 3000), TestContext.Current.CancellationToken);
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            if (Directory.Exists(Model))
            {
                CheckpointFolder.Load(Model);
                found++;
            }
        }

        Assert.True(found > 0, "No round lived long enough to save a model.");
    }

    [Fact]
    public async Task Prints_What_Would_Be_Registered_When_Dry()
    {
        var (code, output, _) = await TelenovelaProcess.RunAsync("commands", "register", "--dry-run");

        var commands = JsonNode.Parse(output)!.AsArray();
        Assert.Equal(0, code);
        Assert.Equal(["telenovela", "telenovela-review", "telenovela-admin"], commands.Select(command => (string)command!["name"]!));
        Assert.Equal([null, "8192", "32"], commands.Select(command => (string?)command!["default_member_permissions"]));
        Assert.Equal("generar", (string)commands[0]!["options"]![0]!["name_localizations"]!["es-419"]!);
    }

    private async Task<string> WriteTextAsync()
    {
        var path = Path.Combine(_folder, "text.txt");
        await File.WriteAllTextAsync(path, SmallModel.Text, TestContext.Current.CancellationToken);
        return path;
    }
}
