using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Tests.Loopback;

namespace Telenovela.Benchmarks.Retraining;

/// <summary>
/// How fast the bot acknowledges interactions while it learns, against idle times of the same run: the real program with the shipped models takes
/// signed interactions over HTTP. First the training is measured, then, in a bot that has less to train, the stage that compares models; each in a child
/// process, which is made to stand still every other two seconds: whatever else slows the machine down meets both alike. Idle times without any child
/// are shown beside. Between the phases the interactions go on; their answers count for the slowest only.
/// </summary>
internal sealed class RetrainLatency : IAsyncDisposable
{
    private const int PerSecond = 20;
    private const int GivenLinesCount = 300;
    private const int FewLinesCount = 60;
    private const int FirstTexts = 40;
    private const double MostRatio = 1.5;
    private const double MostMilliseconds = 3000;

    /// <summary>Processors that others may take without a remark.</summary>
    private const double MostOthers = 0.2;

    /// <summary>Processor time after which the child has loaded everything and trains.</summary>
    private const double TrainingWork = 6;

    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan WarmingUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);

    private readonly string _folder;
    private readonly DiscordStub _discord;
    private readonly LoopbackSigner _signer;
    private readonly AnsweringBot _bot;
    private readonly AskedMix _mix;
    private readonly SteadyLoad _load;
    private readonly Dictionary<LoadPhase, string> _processors = [];
    private readonly Dictionary<LoadPhase, double> _others = [];

    private RetrainLatency(string folder, DiscordStub discord, LoopbackSigner signer, AnsweringBot bot)
    {
        (_folder, _discord, _signer, _bot) = (folder, discord, signer, bot);
        _mix = new AskedMix(signer);
        _load = new SteadyLoad(bot.Client, _mix, PerSecond);
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var pairs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 3;
        var phase = TimeSpan.FromSeconds(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 30);
        var settings = args.Skip(2).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        Console.WriteLine($"load of the machine before: {MachineTime.Load}");
        bool isTrainingWell, isMeasuringWell;
        await using (var latency = await StartAsync(GivenLinesCount, settings))
        {
            isTrainingWell = await latency.MeasureAsync(LoadPhase.Training, StageName.Train, pairs, phase);
        }

        await using (var latency = await StartAsync(FewLinesCount, new Dictionary<string, string>(settings) { ["Retraining__RehearsalCharacters"] = "3000", ["Retraining__Epochs"] = "1", ["Retraining__NewLineRepeats"] = "1" }))
        {
            isMeasuringWell = await latency.MeasureAsync(LoadPhase.Measuring, StageName.Evaluate, pairs, phase);
        }

        Console.WriteLine($"load of the machine after: {MachineTime.Load}");
        return isTrainingWell && isMeasuringWell ? 0 : 1;
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _discord.DisposeAsync();
        _signer.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<RetrainLatency> StartAsync(int lines, IReadOnlyDictionary<string, string> settings)
    {
        var folder = Directory.CreateTempSubdirectory("telenovela-latency-").FullName;
        await GivenLines.GiveAsync(folder, GivenLines.Read(null, lines));
        SqliteConnection.ClearAllPools();
        var discord = await DiscordStub.StartAsync();
        var signer = new LoopbackSigner();
        var bot = await AnsweringBot.StartAsync(folder, new Dictionary<string, string>(settings)
        {
            ["Storage__Directory"] = folder,
            ["Discord__ApplicationId"] = Payloads.ApplicationId.ToString(CultureInfo.InvariantCulture),
            ["Discord__PublicKey"] = signer.PublicKey,
            ["Discord__ApiBaseUrl"] = discord.Url,
            ["Retraining__Enabled"] = "false",
        });
        return new RetrainLatency(folder, discord, signer, bot);
    }

    private async Task<bool> MeasureAsync(string kind, string stage, int pairs, TimeSpan length)
    {
        await LearnButtonAsync();
        _load.Start();
        await Task.Delay(WarmingUp);
        if (!ApartFromTheBot.Take())
        {
            Console.WriteLine("Without the right to SCHED_FIFO this program waits for processors like the bot: the ratio holds what Discord, on other machines, would not notice.");
        }

        for (var pair = 1; pair <= pairs; pair++)
        {
            await PassAsync(new LoadPhase(LoadPhase.Idle, pair), length, () => Task.FromResult(true));
            _load.Phase = new LoadPhase(LoadPhase.Starting, pair);
            await OrderAsync("telenovela-admin retrain now");
            await _bot.ReachAsync(stage);
            if (stage == StageName.Train)
            {
                await _bot.TrainAsync(TrainingWork);
            }

            await AlternateAsync(kind, pair, length, () => _bot.IsInAsync(stage));
            _load.Phase = new LoadPhase(LoadPhase.Stopping, pair);
            await OrderAsync("telenovela-admin retrain cancel");
            await _bot.EndAsync();
        }

        var answers = await _load.StopAsync();
        var deferred = answers.Where(answer => answer.Failure is null && answer.Kind is AskedKind.Generate or AskedKind.Stats).ToList();
        var since = Stopwatch.StartNew();
        while (since.Elapsed < Promised && deferred.Any(answer => _discord.EditedAt(answer.Token) is null))
        {
            await Task.Delay(Glance);
        }

        return Report(kind, pairs, answers, deferred);
    }

    /// <summary>Has texts written one after the other, so that a bot that has just started is not flooded; the last one's button is pressed from then on.</summary>
    private async Task LearnButtonAsync()
    {
        for (var text = 1; text < FirstTexts; text++)
        {
            await AskAsync(_mix.Of(AskedKind.Generate));
            await AskAsync(_mix.Of(AskedKind.Stats));
        }

        var message = JsonNode.Parse(await AskAsync(_mix.Of(AskedKind.Generate)))!;
        _mix.Text = (string)message["embeds"]![0]!["description"]!;
        _mix.Vote = message["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray()).Select(button => (string)button!["custom_id"]!).First(id => id.StartsWith("vote-up", StringComparison.Ordinal));
    }

    /// <summary>Lets the child work and stand still in turn, as long in all as a phase each.</summary>
    private async Task AlternateAsync(string kind, int pair, TimeSpan length, Func<Task<bool>> goesOn)
    {
        for (var (clock, works) = (Stopwatch.StartNew(), false); clock.Elapsed < 2 * length && await goesOn(); works = !works)
        {
            _bot.Hold(still: !works);
            _load.Phase = new LoadPhase(LoadPhase.Settling, pair);
            await Task.Delay(Settled);
            await PassAsync(new LoadPhase(works ? kind : LoadPhase.Paused, pair), Slice - Settled, goesOn);
        }

        _bot.Hold(still: false);
    }

    private async Task OrderAsync(string path)
    {
        var answer = await AskAsync(_mix.Admin(path));
        if (answer.Contains("\"content\":\"An error", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(answer);
        }
    }

    /// <summary>Asks beside the load, and waits for the words that replace "thinking…".</summary>
    private async Task<string> AskAsync(Asked asked)
    {
        var edit = _discord.EditAsync(asked.Token);
        using var response = await _bot.Client.SendAsync(asked.Request);
        response.EnsureSuccessStatusCode();
        return await edit.WaitAsync(Promised);
    }

    /// <summary>Lets a phase pass, or what is left of it, and notes who worked meanwhile.</summary>
    private async Task PassAsync(LoadPhase phase, TimeSpan length, Func<Task<bool>> goesOn)
    {
        var (clock, before) = (Stopwatch.StartNew(), Worked());
        _load.Phase = phase;
        while (clock.Elapsed < length && await goesOn())
        {
            await Task.Delay(Glance);
        }

        ApartFromTheBot.Take();
        var took = Worked().Zip(before, (now, then) => (now - then) / clock.Elapsed.TotalSeconds).ToList();
        _others[phase] = took[3] - took[0] - took[1] - took[2];
        _processors[phase] = string.Create(
            CultureInfo.InvariantCulture, $"processors: bot {took[0]:0.00}, its child {took[1]:0.00}, bench {took[2]:0.00}, others {_others[phase]:0.00}");
    }

    /// <summary>Processor seconds of bot, its child, this program, and the whole machine.</summary>
    private double[] Worked() => [_bot.Seconds, _bot.ChildSeconds, Environment.CpuUsage.TotalTime.TotalSeconds, MachineTime.Seconds ?? double.NaN];

    private bool Report(string kind, int pairs, IReadOnlyList<Acknowledgement> answers, List<Acknowledgement> deferred)
    {
        foreach (var phase in answers.GroupBy(answer => answer.Phase).OrderBy(phase => phase.Min(answer => answer.Due)))
        {
            Print($"{phase.Key.Name} {phase.Key.Pair}", [.. phase], _processors.GetValueOrDefault(phase.Key, ""));
        }

        var (idle, busy) = (In(LoadPhase.Paused), In(kind));
        Print($"all {LoadPhase.Idle}", In(LoadPhase.Idle), "");
        foreach (var (name, part) in new[] { (LoadPhase.Paused, idle), (kind, busy) })
        {
            Print($"all {name}", part, "");
            foreach (var asked in part.GroupBy(answer => answer.Kind).OrderBy(asked => asked.Key))
            {
                Print($"  {asked.Key}", [.. asked], "");
            }
        }

        var ratios = Enumerable.Range(1, pairs).Select(pair => P99(busy.Where(answer => answer.Phase.Pair == pair)) / P99(idle.Where(answer => answer.Phase.Pair == pair))).ToList();
        var ratio = P99(busy) / P99(idle);
        var most = answers.Max(answer => answer.Milliseconds);
        var failures = answers.Where(answer => answer.Failure is not null).ToList();
        var missing = deferred.Count(answer => _discord.EditedAt(answer.Token) is null);
        foreach (var problem in failures.Select(answer => $"{answer.Phase.Name}: {answer.Failure}").Concat(_discord.Others).Concat(failures.Count + missing > 0 ? _bot.Warnings : []).Take(10))
        {
            Console.WriteLine(problem);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind} against idle: p99 {ratio:0.00} × (in the median of the pairs {PhaseFigures.At(ratios, 0.5):0.00}: {string.Join(", ", ratios.Select(one => $"{one.ToString("0.00", CultureInfo.InvariantCulture)}"))}); slowest {most:0} ms; {answers.Count} answers, {failures.Count} failed; {deferred.Count} promised, {missing} not kept"));

        // Each is fooled by noise in another way: all together by one bad phase, which may be an idle one; the pairs by few answers.
        if (_others.Values.Max() > MostOthers)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Other programs took up to {_others.Values.Max():0.00} processors of a phase: the ratios say little. Measure again when the machine is quiet."));
        }

        return ratio <= MostRatio && PhaseFigures.At(ratios, 0.5) <= MostRatio && most < MostMilliseconds && failures.Count == 0 && missing == 0;

        List<Acknowledgement> In(string name) => [.. answers.Where(answer => answer.Phase.Name == name)];

        static double P99(IEnumerable<Acknowledgement> answers) => PhaseFigures.At(answers.Select(answer => answer.Milliseconds), 0.99);
    }

    private void Print(string name, IReadOnlyCollection<Acknowledgement> answers, string note)
    {
        var figures = PhaseFigures.Of(answers);
        var kept = answers.Select(answer => _discord.EditedAt(answer.Token) is { } at ? Stopwatch.GetElapsedTime(answer.Due, at).TotalMilliseconds : (double?)null).OfType<double>().ToList();
        var words = kept.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; words after {PhaseFigures.At(kept, 0.5):0} / {PhaseFigures.At(kept, 0.99):0} ms");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-14} {figures.Count,5} answers: p50 {figures.Median:0.0} p99 {figures.P99:0.0} max {figures.Most:0.0} ms; sent within {figures.Late:0.0} ms{words}; {note}"));
    }
}
