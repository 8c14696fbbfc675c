using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Telenovela.Benchmarks.Retraining;
using Telenovela.Tests.Loopback;
using Telenovela.Tests.Retraining;

namespace Telenovela.Benchmarks.Interactions;

/// <summary>
/// How long people wait for their replies while three others can't be reached: the real program takes signed interactions over HTTP and
/// delivers to a Discord that answers those three with 404, after ten seconds, or with 429 and twenty seconds to wait. In turn with rounds
/// in which everybody is reached, so that whatever else slows the machine down meets both alike. What is asked for takes no time to write:
/// texts take long on a busy machine, and would hide the waiting.
/// </summary>
internal sealed class DeliveriesBench : IAsyncDisposable
{
    private const int Others = 30;
    private const int Stuck = 3;
    private const double MostRatio = 1.5;
    private const ulong FirstStuck = 5_000_000_000;
    private const ulong FirstOther = 6_000_000_000;

    private static readonly ReplyFate[] Order =
        [ReplyFate.Taken, ReplyFate.Missing, ReplyFate.Taken, ReplyFate.Slow, ReplyFate.Taken, ReplyFate.Limited];

    /// <summary>Between two of the others.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(400);

    /// <summary>Between two questions of each of the three, who ask as often as the bot allows.</summary>
    private static readonly TimeSpan Impatience = TimeSpan.FromSeconds(3.1);

    /// <summary>Longest wait for a reply.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>After which a bot has given up what can't be delivered, or has delivered what it may again.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(25);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly string _folder;
    private readonly DiscordStub _discord;
    private readonly LoopbackSigner _signer;
    private readonly AnsweringBot _bot;
    private readonly ConcurrentDictionary<string, ReplyFate> _fates = new();
    private ulong _people = FirstOther;

    private DeliveriesBench(string folder, DiscordStub discord, LoopbackSigner signer, AnsweringBot bot)
    {
        (_folder, _discord, _signer, _bot) = (folder, discord, signer, bot);
        _discord.Fate = token => _fates.GetValueOrDefault(token);
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2;
        Console.WriteLine($"load of the machine before: {MachineTime.Load}");
        await using var bench = await StartAsync();
        await bench.RoundAsync(ReplyFate.Taken);
        var waits = new Dictionary<ReplyFate, List<double?>>();
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var fate in Order)
            {
                var waited = await bench.RoundAsync(fate);
                waits.TryAdd(fate, []);
                waits[fate].AddRange(waited);
                Print($"round {round}, {fate}", waited);
            }
        }

        Console.WriteLine($"load of the machine after: {MachineTime.Load}");
        return Report(waits) ? 0 : 1;
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _discord.DisposeAsync();
        _signer.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<DeliveriesBench> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("telenovela-deliveries-").FullName;
        var discord = await DiscordStub.StartAsync();
        var signer = new LoopbackSigner();
        var bot = await AnsweringBot.StartAsync(folder, new Dictionary<string, string>
        {
            ["Storage__Directory"] = folder,
            ["Discord__ApplicationId"] = Payloads.ApplicationId.ToString(CultureInfo.InvariantCulture),
            ["Discord__PublicKey"] = signer.PublicKey,
            ["Discord__ApiBaseUrl"] = discord.Url,
            ["Retraining__Enabled"] = "false",
            ["Contributions__CorpusDirectory"] = TinyShow.Corpus,
            ["Models__Directory"] = TinyShow.Models,
        });
        return new DeliveriesBench(folder, discord, signer, bot);
    }

    /// <summary>Has three people ask again and again and thirty others once each.</summary>
    /// <param name="fate">What becomes of the replies to the three.</param>
    /// <returns>Milliseconds until each of the others had their reply; null where it never came.</returns>
    private async Task<List<double?>> RoundAsync(ReplyFate fate)
    {
        using var over = new CancellationTokenSource();
        var stuck = Enumerable.Range(0, Stuck).Select(person => AskAgainAsync(FirstStuck + (ulong)person, fate, over.Token)).ToList();
        await Task.Delay(Between);
        var first = Stopwatch.GetTimestamp();
        var others = new List<Task<double?>>();
        for (var other = 0; other < Others; other++)
        {
            var due = first + (long)(other * Between.TotalSeconds * Stopwatch.Frequency);
            var early = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            await Task.Delay(early > TimeSpan.Zero ? early : TimeSpan.Zero);
            others.Add(WaitAsync(_people++, due));
        }

        List<double?> waited = [.. await Task.WhenAll(others)];
        await over.CancelAsync();
        await Task.WhenAll(stuck);
        _fates.Clear();
        await Task.Delay(fate == ReplyFate.Taken ? TimeSpan.Zero : Settling, CancellationToken.None);
        return waited;
    }

    private async Task AskAgainAsync(ulong person, ReplyFate fate, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await AskAsync(person, fate);
            await Task.Delay(Impatience, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<double?> WaitAsync(ulong person, long due)
    {
        var token = await AskAsync(person, ReplyFate.Taken);
        while (Stopwatch.GetElapsedTime(due) < Patience)
        {
            if (_discord.EditedAt(token) is { } at)
            {
                return Stopwatch.GetElapsedTime(due, at).TotalMilliseconds;
            }

            await Task.Delay(Glance);
        }

        return null;
    }

    /// <summary>Asks for something that is promised and then delivered, and takes no time in between; the token.</summary>
    private async Task<string> AskAsync(ulong person, ReplyFate fate)
    {
        var json = Payloads.Command("telenovela stats");
        json["member"]!["user"]!["id"] = person.ToString(CultureInfo.InvariantCulture);
        var token = (string)json["token"]!;
        _fates[token] = fate;
        using var request = _signer.Request(Encoding.UTF8.GetBytes(json.ToJsonString()), TimeProvider.System.GetUtcNow());
        using var response = await _bot.Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return token;
    }

    private static bool Report(Dictionary<ReplyFate, List<double?>> waits)
    {
        var without = waits[ReplyFate.Taken];
        Print("without", without);
        foreach (var (fate, waited) in waits.Where(wait => wait.Key != ReplyFate.Taken))
        {
            Print($"with, {fate}", waited);
        }

        List<double?> with = [.. waits.Where(wait => wait.Key != ReplyFate.Taken).SelectMany(wait => wait.Value)];
        Print("with", with);
        var ratio = P95(with) / P95(without);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"with three stuck people against without: p95 {P95(with):0} against {P95(without):0} ms, {ratio:0.00} ×"));
        return ratio <= MostRatio && !with.Concat(without).Contains(null);
    }

    private static void Print(string name, List<double?> waited)
    {
        var answered = waited.Count(wait => wait is not null);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-18} {answered,4} of {waited.Count,4} answered; p50 {At(waited, 0.5):0} p95 {P95(waited):0} max {At(waited, 1):0} ms"));
    }

    private static double P95(List<double?> waited) => At(waited, 0.95);

    /// <summary>Who was never answered waited for ever.</summary>
    private static double At(List<double?> waited, double share) =>
        PhaseFigures.At(waited.Select(wait => wait ?? double.PositiveInfinity), share);
}
