using System.Text.Json.Nodes;
using Telenovela.Bot.Contributions;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Cli;

public sealed class DatabaseCommandTests
{
    [Fact]
    public async Task Backs_Up_Checks_Restores_And_Exports_When_Asked_From_The_Shell()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        await store.ApproveAsync((await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("From the shell.")))[0]);

        // The first three while the bot holds the database.
        var backup = await JsonAsync("db", "backup", "--data", store.Folder, "--json");
        var check = await JsonAsync("db", "check", "--data", store.Folder, "--json");
        var export = await JsonAsync("corpus", "export", "--output", Path.Combine(store.Folder, "out"), "--format", "jsonl", "--data", store.Folder, "--json");
        var (refused, _, words) = await TelenovelaProcess.RunAsync("db", "restore", "--data", store.Folder);
        await store.CloseAsync();
        await File.WriteAllTextAsync(store.Paths.Database, new string('?', 9000), StoreUnderTest.Stop);
        var (damaged, _, _) = await TelenovelaProcess.RunAsync("db", "check", "--data", store.Folder);
        var (unavailable, _, how) = await TelenovelaProcess.RunAsync("db", "backup", "--data", store.Folder);
        var restored = await JsonAsync("db", "restore", "--data", store.Folder, "--json");

        Assert.Equal("by-hand", (string)backup["occasion"]!);
        Assert.Equal(1, (int)check["rows"]!["contributions"]!);
        Assert.Single(check["backups"]!.AsArray());
        Assert.Equal(1, (int)export["lines"]!);
        Assert.Equal((1, 1, 1), (refused, damaged, unavailable));
        Assert.Contains("Stop the bot", words, StringComparison.Ordinal);
        Assert.Contains("telenovela db restore", how.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal((string)backup["path"]!, (string)restored["backup"]!);
        await using var again = await StoreUnderTest.OpenAsync(store.Folder);
        Assert.Single(await again.Get<TrainingLines>().AllAsync(StoreUnderTest.Stop));
    }

    [Fact]
    public async Task Takes_The_Bots_Settings_By_The_Bots_Names()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        await store.CloseAsync();

        foreach (var command in new string[][]
        {
            ["db", "check"], ["db", "backup"], ["db", "restore"], ["retrain", "history"], ["retrain", "status"],
        })
        {
            foreach (var setting in new string[][]
            {
                ["--data", store.Folder], ["--Storage:Directory", store.Folder], [$"--storage:directory={store.Folder}"],
            })
            {
                await JsonAsync([.. command, .. setting, "--Storage:BallastMegabytes", "0", "--json"]);
            }
        }
    }

    [Fact]
    public async Task Says_What_Is_In_The_Way_When_An_Export_Can_Be_No_Folder()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        await store.CloseAsync();
        var file = Path.Combine(store.Folder, "file");
        await File.WriteAllTextAsync(file, "", StoreUnderTest.Stop);

        foreach (var (place, inTheWay) in new[] { (file, file), (Path.Combine(file, "out"), file), ("/proc/out", "/proc") })
        {
            var (code, _, words) = await TelenovelaProcess.RunAsync("corpus", "export", "--output", place, "--data", store.Folder);
            Assert.Equal(1, code);
            Assert.Contains($"“{inTheWay}” {(inTheWay == file ? "is a file." : "takes none.")}", words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Says_So_When_There_Is_No_Database()
    {
        var folder = Directory.CreateTempSubdirectory("telenovela-test-").FullName;
        try
        {
            foreach (var arguments in new string[][] { ["db", "check"], ["db", "backup"], ["db", "restore"], ["corpus", "export", "--output", Path.Combine(folder, "out")] })
            {
                var (code, output, error) = await TelenovelaProcess.RunAsync([.. arguments, "--data", folder]);
                Assert.Equal((1, ""), (code, output));
                Assert.Contains("There is no", error, StringComparison.Ordinal);
            }

            Assert.Empty(Directory.GetFiles(folder, "*.db"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<JsonNode> JsonAsync(params string[] arguments)
    {
        var (code, output, error) = await TelenovelaProcess.RunAsync(arguments);
        Assert.True(code == 0, error);
        return JsonNode.Parse(output)!;
    }
}
