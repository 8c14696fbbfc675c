using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Quartz;
using Quartz.Extensibility;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Jobs;
using Telenovela.Tests.Corpus;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Jobs;

/// <summary>400 days over both nights when the clocks change, in years when they still did.</summary>
public sealed class NightsTests
{
    private const int Days = 400;

    public static TheoryData<string, string, string> Nights()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (zone, from) in new[]
        {
            ("Europe/Madrid", "2026-06-01"), ("America/New_York", "2026-06-01"), ("America/Mexico_City", "2021-06-01"), ("Australia/Sydney", "2026-06-01"),
            ("America/Sao_Paulo", "2018-01-10"), ("Pacific/Apia", "2019-06-01"), ("UTC", "2026-06-01"),
        })
        {
            foreach (var time in new[] { "00:30", "02:30", "03:00" })
            {
                data.Add(zone, from, time);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Nights))]
    public void Fires_Once_A_Local_Day_When_Clocks_Change(string zone, string from, string time)
    {
        var schedule = Schedule(zone, time);
        var fires = Fires(schedule, from).ToList();

        var offsets = fires.Select(schedule.Zone.GetUtcOffset).Where((offset, at) => at > 0 && offset != schedule.Zone.GetUtcOffset(fires[at - 1])).Count();
        Assert.Equal(zone == "UTC" ? 0 : 2, offsets);
        AssertOneADay(fires.Select(schedule.LocalTime), from);
    }

    [Theory]
    [InlineData("Europe/Madrid", "2027-03-28", "02:30", "2027-03-28T03:00", "2027-03-28T01:00")]
    [InlineData("America/New_York", "2027-03-14", "02:30", "2027-03-14T03:00", "2027-03-14T07:00")]
    [InlineData("America/Sao_Paulo", "2018-11-04", "00:30", "2018-11-04T01:00", "2018-11-04T03:00")]
    [InlineData("Europe/Madrid", "2026-10-25", "02:30", "2026-10-25T02:30", "2026-10-25T00:30")]
    public void Fires_After_The_Gap_Or_The_First_Time_When_The_Scheduled_Time_Is_Missing_Or_Doubled(string zone, string day, string time, string local, string instant)
    {
        var schedule = Schedule(zone, time);
        var fire = Fires(schedule, DateOnly.Parse(day, CultureInfo.InvariantCulture).AddDays(-3).ToString("o", CultureInfo.InvariantCulture)).Single(
            at => schedule.LocalTime(at).StartsWith(day, StringComparison.Ordinal));

        Assert.Equal(local, schedule.LocalTime(fire));
        Assert.Equal(JobsUnderTest.Utc(instant), fire);
    }

    [Theory]
    [InlineData("Europe/Madrid", "2026-06-01", "02:30")]
    [InlineData("Australia/Sydney", "2026-06-01", "03:00")]
    public async Task Runs_Once_A_Local_Day_When_The_Clock_Is_Set_Forward_And_Back_And_The_Bot_Starts_Anew(string zone, string from, string time)
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var runs = new TrainingRunStore(store.Get<Store>(), store.Clock);
        var schedule = Schedule(zone, time);
        var fires = Fires(schedule, from).ToList();
        var begun = new List<string>();
        async Task FireAsync(int at)
        {
            var local = schedule.LocalTime(fires[at]);
            if (await runs.BeginAsync(new RunRequest(RunTrigger.Nightly, local), StoreUnderTest.Stop) is { } run)
            {
                await runs.EndAsync(run.Id, RunState.Skipped, null, run.Report, StoreUnderTest.Stop);
                begun.Add(local);
            }
        }

        // Whatever the clock does, the same day comes again, or the next one early: every week a day comes twice, every month a day early.
        for (var day = 0; day < fires.Count; day++)
        {
            if (day % 30 == 29 && day + 1 < fires.Count)
            {
                await FireAsync(day + 1);
            }

            await FireAsync(day);
            if (day % 7 == 6)
            {
                await FireAsync(day - 1);
                await FireAsync(day);
            }
        }

        AssertOneADay(begun.Order(StringComparer.Ordinal), from);
    }

    [Fact]
    public async Task Runs_Once_A_Day_When_The_Clock_Is_Set_Back_A_Day()
    {
        using var folder = new TemporaryFolder();
        var retraining = new FakeRetraining();
        await using (var bot = await JobsUnderTest.StartAsync(folder.Path, retraining, "2026-11-24T12:00"))
        {
            await RunAsync(bot, retraining, "2026-11-25T03:00");
            await RunAsync(bot, retraining, "2026-11-26T03:00");
            bot.TurnTo("2026-11-25T09:00");
            bot.TurnTo("2026-11-26T03:00");
            await RunAsync(bot, retraining, "2026-11-27T03:00");
            bot.TurnTo("2026-11-26T09:00");
        }

        // Anew, with the clock a day back: what comes again is refused.
        await using var again = await JobsUnderTest.StartAsync(folder.Path, retraining, "2026-11-26T09:01");
        again.TurnTo("2026-11-27T03:00");
        Assert.Equal("2026-11-27T03:00", await retraining.NextAsync());
        await RunAsync(again, retraining, "2026-11-28T03:00");
        Assert.Equal(["2026-11-25T03:00", "2026-11-26T03:00", "2026-11-27T03:00", "2026-11-28T03:00"], retraining.Runs);
    }

    [Fact]
    public async Task Runs_Once_A_Day_When_The_Clock_Is_Set_Forward_A_Day_And_Back()
    {
        using var folder = new TemporaryFolder();
        var retraining = new FakeRetraining();
        await using var bot = await JobsUnderTest.StartAsync(folder.Path, retraining, "2026-11-24T12:00");
        await RunAsync(bot, retraining, "2026-11-25T03:00");
        bot.TurnTo("2026-11-26T10:00");
        Assert.Equal("2026-11-26T03:00", await retraining.NextAsync());
        bot.TurnTo("2026-11-25T10:05");
        bot.TurnTo("2026-11-26T03:00");
        await RunAsync(bot, retraining, "2026-11-27T03:00");

        Assert.Equal(["2026-11-25T03:00", "2026-11-26T03:00", "2026-11-27T03:00"], retraining.Runs);
        Assert.Equal(0, retraining.Waiting);
    }

    [Fact]
    public async Task Runs_Every_Night_When_The_Clock_Was_Years_Ahead_At_A_Start()
    {
        using var folder = new TemporaryFolder();
        var retraining = new FakeRetraining();
        await using (await JobsUnderTest.StartAsync(folder.Path, retraining, "2036-01-01T12:00"))
        {
        }

        await using var bot = await JobsUnderTest.StartAsync(folder.Path, retraining, "2026-11-24T12:00");
        await RunAsync(bot, retraining, "2026-11-25T03:00");
    }

    [Fact]
    public async Task Runs_Once_When_The_Bot_Starts_Between_The_Missing_Time_And_The_End_Of_The_Night()
    {
        using var folder = new TemporaryFolder();
        var retraining = new FakeRetraining();
        (string, string?)[] settings = [("Cron", "0 30 2 * * ?"), ("TimeZone", "America/New_York")];
        await using (await JobsUnderTest.StartAsync(folder.Path, retraining, "2027-03-13T12:00", settings))
        {
        }

        // 03:10 there, on the day when 02:30 doesn't exist.
        await using var bot = await JobsUnderTest.StartAsync(folder.Path, retraining, "2027-03-14T07:10", settings);
        Assert.Equal("2027-03-14T03:00", await retraining.NextAsync());
        bot.TurnTo("2027-03-15T06:30");
        Assert.Equal("2027-03-15T02:30", await retraining.NextAsync());
    }

    private static async Task RunAsync(JobsUnderTest bot, FakeRetraining retraining, string time)
    {
        bot.TurnTo(time);
        Assert.Equal(time, await retraining.NextAsync());
    }

    private static RetrainingSchedule Schedule(string zone, string time) => RetrainingSchedule.Of(
        new RetrainingOptions { TimeZone = zone, Cron = $"0 {int.Parse(time[3..], CultureInfo.InvariantCulture)} {int.Parse(time[..2], CultureInfo.InvariantCulture)} * * ?" });

    /// <summary>When the trigger fires, as Quartz steps it.</summary>
    private static IEnumerable<DateTimeOffset> Fires(RetrainingSchedule schedule, string from)
    {
        var noon = DateTime.Parse(from, CultureInfo.InvariantCulture).AddHours(12);
        var start = new DateTimeOffset(noon, schedule.Zone.GetUtcOffset(noon));
        var trigger = (IOperableTrigger)schedule.Trigger(new TriggerKey("t"), new JobKey("j"), new FakeTimeProvider(start));
        trigger.ComputeFirstFireTimeUtc(null);
        for (var day = 0; day < Days; day++)
        {
            yield return trigger.NextFireTimeUtc!.Value;
            trigger.Triggered(null);
        }
    }

    private static void AssertOneADay(IEnumerable<string> times, string from)
    {
        var first = DateOnly.Parse(from, CultureInfo.InvariantCulture);
        Assert.Equal(
            Enumerable.Range(1, Days).Select(day => first.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            times.Select(time => time[..10]));
    }
}
