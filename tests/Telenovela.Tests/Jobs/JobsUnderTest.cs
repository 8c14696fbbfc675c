using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Quartz;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Storage;
using Telenovela.Jobs;
using Telenovela.Tests.Discord;

namespace Telenovela.Tests.Jobs;

/// <summary>The real scheduler on a real file, with a clock that is turned, and runs fast in between, and a retraining that does nothing.</summary>
internal sealed class JobsUnderTest : IAsyncDisposable
{
    private readonly IHost _host;

    /// <summary>Quartz waits by this clock too, so it has to run.</summary>
    private readonly Timer _ticks;

    private JobsUnderTest(IHost host, FakeTimeProvider clock, CapturedLogs logs)
    {
        (_host, Clock, Logs) = (host, clock, logs);
        _ticks = new Timer(_ => clock.Advance(TimeSpan.FromSeconds(0.5)));
    }

    public FakeTimeProvider Clock { get; }

    public CapturedLogs Logs { get; }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts a bot at a time (UTC, <c>2026-11-25T09:00</c>) over a folder.</summary>
    public static async Task<JobsUnderTest> StartAsync(string folder, FakeRetraining retraining, string now, params (string Key, string? Value)[] settings)
    {
        var clock = new FakeTimeProvider(Utc(now));
        var logs = new CapturedLogs();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Storage:Directory", folder), new("Retraining:TimeZone", "UTC")]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Retraining:{setting.Key}", setting.Value)));
        builder.Logging.AddProvider(logs);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IRetraining>(retraining);
        builder.Services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section);
        builder.Services.AddOptions<RetrainingOptions>().BindConfiguration(RetrainingOptions.Section);
        builder.Services.AddSingleton<StoragePaths>();
        builder.Services.AddJobs();

        // How often Quartz looks at the clock by itself; nobody would wait half a minute here.
        builder.Services.Configure<QuartzSchedulerOptions>(options => options.IdleWaitTime = TimeSpan.FromSeconds(1));
        builder.Services.Configure<AdoJobStoreOptions>(options => options.MisfireHandlerFrequency = TimeSpan.FromSeconds(1));
        var bot = new JobsUnderTest(builder.Build(), clock, logs);
        try
        {
            await bot._host.StartAsync(Stop);
            bot._ticks.Change(TimeSpan.Zero, TimeSpan.FromSeconds(0.05));
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }

        return bot;
    }

    public static DateTimeOffset Utc(string time) => DateTimeOffset.Parse(time + "Z", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Turns the clock, backwards too.</summary>
    public void TurnTo(string time)
    {
        if (Utc(time) < Clock.GetUtcNow())
        {
            Clock.AdjustTime(Utc(time));
        }
        else
        {
            Clock.SetUtcNow(Utc(time));
        }
    }

    public bool Logged(string words) => Logs.Lines.Any(line => line.Contains(words, StringComparison.Ordinal));

    public async Task StopAsync() => await _host.StopAsync(Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        await _ticks.DisposeAsync();
        _host.Dispose();
    }
}
