using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Telenovela.Discord;
using Telenovela.Playground.Commands;
using Telenovela.Playground.Composing;
using Telenovela.Playground.Sessions;
using Telenovela.Playground.Wire;

namespace Telenovela.Tests.Playground.Composing;

/// <summary>Composer, session and log around the fake processor, without a browser, and with a clock that is turned by hand.</summary>
internal sealed class ComposerUnderTest : IDisposable
{
    public ComposerUnderTest()
    {
        var snowflakes = new SnowflakeSource(Clock);
        Channel = new PlaygroundChannel(Log, snowflakes, Clock);
        Session = new PlaygroundSession(
            Log,
            Channel,
            new PlaygroundInteractionJson(snowflakes, Clock, Options.Create(new DiscordOptions())),
            Processor,
            snowflakes,
            Clock,
            NullLogger<PlaygroundSession>.Instance);
        Composer = new Composer(Session, new CommandBook(new FakeCatalog()), Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public FakeInteractionProcessor Processor { get; } = new();

    public ChannelLog Log { get; } = new();

    public PlaygroundChannel Channel { get; }

    public PlaygroundSession Session { get; }

    public Composer Composer { get; }

    public IReadOnlyList<LogEntry> Messages => [.. Log.VisibleTo(Session.Person)];

    /// <summary>Types a line and sends it, whatever the list offers.</summary>
    public Task SendAsync(string line)
    {
        Composer.Type(Composer.Tail, line);
        return Composer.SendAsync();
    }

    /// <summary>Waits until the log looks as it should; answers come from other threads.</summary>
    public async Task UntilAsync(Func<IReadOnlyList<LogEntry>, bool> wanted)
    {
        var changed = new SemaphoreSlim(0);
        void Signal() => changed.Release();
        Log.Changed += Signal;
        try
        {
            while (!wanted(Messages))
            {
                Assert.True(await changed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), "The log never looked as it should.");
            }
        }
        finally
        {
            Log.Changed -= Signal;
        }
    }

    public void Dispose()
    {
        Composer.Dispose();
        Session.Dispose();
    }
}
