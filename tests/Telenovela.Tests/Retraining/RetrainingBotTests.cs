using System.Globalization;
using System.Text.Json.Nodes;
using Telenovela.Bot.Contributions;
using Telenovela.Tests.Cli;
using Telenovela.Tests.Corpus;
using Telenovela.Tests.Hosting;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Retraining;

/// <summary>The program as a whole: the schedule, the child process, signals, and the command line beside it.</summary>
public sealed class RetrainingBotTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Learns_By_The_Schedule_And_Writes_With_It()
    {
        await GiveAsync(20);
        await using var bot = await StartAsync("--Retraining:Cron", "* * * * * ?");

        await bot.UntilAsync("ended: Promoted");
        await bot.UntilAsync("Models: 20");
        Assert.Equal(0, await bot.StopAsync());

        // A minute has one run, however often the schedule fires in it; the next minute's may have just begun when the bot was stopped.
        var runs = await HistoryAsync();
        var states = runs.Select(run => Capital((string)run!["state"]!)).ToList();
        Assert.Equal(["Promoted"], states.Skip(states[0] == "Running" ? 1 : 0).Where(state => state != "Skipped"));
        Assert.Equal(runs.Count, runs.Select(run => (string)run!["startedAt"]!).Select(at => at[..16]).Distinct().Count());
    }

    [Fact]
    public async Task Stops_In_Training_When_Asked_To_And_Goes_On_At_The_Next_Start()
    {
        await GiveAsync(20);
        await using (var bot = await StartAsync("--Retraining:Cron", "* * * * * ?", "--Retraining:Epochs", "100"))
        {
            await bot.UntilAsync("Training in process");
            Assert.Equal(0, await bot.StopAsync());
            Assert.Contains("interrupted; it goes on at the next start", bot.Log, StringComparison.Ordinal);
        }

        Assert.Equal("running", (string?)(await HistoryAsync())[0]!["state"]);
        await using var next = await StartAsync("--Retraining:Enabled", "false", "--Retraining:Epochs", "100", "--Retraining:MostHours", "0.002");
        await next.UntilAsync("goes on");
        await next.UntilAsync("ended: ");
        Assert.DoesNotContain("prepare", next.Log, StringComparison.Ordinal);
        Assert.Single(await HistoryAsync());
    }

    [Fact]
    public async Task Follows_When_Models_Are_Published_And_Rolled_Back_By_Command()
    {
        await GiveAsync(20);
        await using var bot = await StartAsync("--Retraining:Enabled", "false");

        var (code, output, error) = await RunAsync("retrain", "--data", _folder.Path, "--json");
        Assert.True(code == 0, error);
        Assert.Equal("promoted", (string?)JsonNode.Parse(output)!["state"]);
        await bot.UntilAsync($"Models: {(string?)JsonNode.Parse(output)!["generation"]}");

        var (back, rolledBack, _) = await RunAsync("retrain", "rollback", "--data", _folder.Path, "--json");
        Assert.Equal(0, back);
        Assert.Null((string?)JsonNode.Parse(rolledBack)!["generation"]);
        await bot.UntilAsync("Models: shipped", times: 2);

        var (again, _, words) = await RunAsync("retrain", "rollback", "--data", _folder.Path);
        Assert.Equal(1, again);
        Assert.Contains("nothing to go back to", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_See_And_Cancel_The_Run_Of_The_Bot()
    {
        await GiveAsync(20);
        Assert.Contains("There has been no run yet.", (await RunAsync("retrain", "status", "--data", _folder.Path)).Output, StringComparison.Ordinal);
        await using var bot = await StartAsync("--Retraining:Cron", "* * * * * ?", "--Retraining:Epochs", "100");
        await bot.UntilAsync("Training in process");

        var (code, output, error) = await RunAsync("retrain", "status", "--data", _folder.Path, "--json");
        Assert.True(code == 0, error);
        Assert.Equal("train", (string?)JsonNode.Parse(output)!["progress"]!["stage"]);
        Assert.Contains("train ", (await RunAsync("retrain", "status", "--data", _folder.Path)).Output, StringComparison.Ordinal);

        var (cancelled, words, problem) = await RunAsync("retrain", "cancel", "--data", _folder.Path);
        Assert.True(cancelled == 0, problem);
        Assert.Contains("Cancelled", words, StringComparison.Ordinal);
        await bot.UntilAsync("ended: Cancelled");
    }

    [Fact]
    public async Task Says_What_Is_Wrong_When_The_Schedule_Makes_No_Sense()
    {
        await using var bot = await RunningBot.StartAsync("--Retraining:Cron", "0 3 * * *");

        Assert.Equal(1, await bot.ExitAsync());
        Assert.Contains("Retraining:Cron", bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_What_Is_Missing_When_There_Is_No_Database()
    {
        var (code, _, error) = await RunAsync("retrain", "--data", _folder.At("nothing"));

        Assert.Equal(1, code);
        Assert.Contains("There is no database in", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Capital(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => TelenovelaProcess.RunAsync(Settings, arguments);

    private static Dictionary<string, string> Settings => new()
    {
        ["Contributions__CorpusDirectory"] = TinyShow.Corpus,
        ["Models__Directory"] = TinyShow.Models,
        ["Retraining__Tolerance"] = "1",
        ["Retraining__RehearsalCharacters"] = "20000",
    };

    private Task<RunningBot> StartAsync(params string[] arguments) =>
        RunningBot.StartAsync([.. Settings.SelectMany(setting => new[] { "--" + setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value }), "--Storage:Directory", _folder.Path, .. arguments]);

    private async Task<JsonArray> HistoryAsync()
    {
        var (code, output, error) = await RunAsync("retrain", "history", "--data", _folder.Path, "--json");
        Assert.True(code == 0, error);
        return JsonNode.Parse(output)!["runs"]!.AsArray();
    }

    private async Task GiveAsync(int count)
    {
        await using var store = await StoreUnderTest.OpenAsync(_folder.Path);
        var random = new Random(8);
        for (var at = 0; at < count; at++)
        {
            // No line of this show is held out: every tenth approval is one that no model reads.
            var line = (at + 1) % ReviewQueue.HeldOutEvery == 0 ? StoreUnderTest.Line($"Nobody reads this {at}.") : StoreUnderTest.Line(TinyShow.Line(random), TinyShow.Id, "es", "ANA");
            await store.ApproveAsync((await store.GiveAsync(StoreUnderTest.Ana, line))[0]);
        }
    }
}
