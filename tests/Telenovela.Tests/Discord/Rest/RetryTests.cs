using System.Net;
using Microsoft.Extensions.Time.Testing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Discord.Rest;
using Telenovela.Tests.Loopback;

namespace Telenovela.Tests.Discord.Rest;

public sealed class RetryTests
{
    private static readonly MessageReply Message = new() { Content = "hola" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tries_Again_When_The_Edit_Overtakes_The_Deferral()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = await fixture.DeferredAsync(Cancellation);
        fixture.Discord.Script(LoopbackCallKind.Edit, LoopbackFault.NotYet, LoopbackFault.NotYet, LoopbackFault.NotYet);

        await fixture.Client.EditOriginalAsync(interaction, Message, Cancellation);

        Assert.Equal("404 404 404 200", fixture.Statuses(LoopbackCallKind.Edit));
        var times = fixture.Discord.Calls.Where(call => call.Kind == LoopbackCallKind.Edit).Select(call => call.At).ToList();
        Assert.Equal([0.2, 0.4, 0.8], times.Zip(times.Skip(1), (first, second) => (second - first).TotalSeconds));
    }

    [Fact]
    public async Task Gives_Up_After_Five_More_When_The_Message_Never_Comes()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = fixture.Fresh();

        var failure = await Assert.ThrowsAsync<DiscordRequestException>(() => fixture.Client.EditOriginalAsync(interaction, Message, Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, failure.Status);
        Assert.Equal("404 404 404 404 404 404", fixture.Statuses(LoopbackCallKind.Edit));
    }

    [Fact]
    public async Task Repeats_An_Edit_When_Discord_Is_Broken()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = await fixture.DeferredAsync(Cancellation);
        fixture.Discord.Script(LoopbackCallKind.Edit, LoopbackFault.Broken, LoopbackFault.Cut, LoopbackFault.Broken);

        await fixture.Client.EditOriginalAsync(
            interaction, Message with { Files = [new FileAttachment("f.txt", "x"u8.ToArray(), "text/plain", "f")] }, Cancellation);

        Assert.Equal("502 0 502 200", fixture.Statuses(LoopbackCallKind.Edit));
        Assert.All(fixture.Discord.Calls.Where(call => call.Kind == LoopbackCallKind.Edit), call => Assert.Single(call.Files));
    }

    [Fact]
    public async Task Keeps_Repeating_An_Edit_When_Discord_Is_Broken_For_Minutes()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = await fixture.DeferredAsync(Cancellation);
        fixture.Discord.Script(LoopbackCallKind.Edit, [.. Enumerable.Repeat(LoopbackFault.Broken, 25)]);
        var before = fixture.Clock.GetUtcNow();

        await fixture.Client.EditOriginalAsync(interaction, Message, Cancellation);

        Assert.EndsWith("502 200", fixture.Statuses(LoopbackCallKind.Edit), StringComparison.Ordinal);
        Assert.InRange(fixture.Clock.GetUtcNow() - before, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Asks_For_Commands_A_Few_Times_Only_When_Discord_Is_Broken()
    {
        await using var fixture = await RestFixture.StartAsync();
        fixture.Discord.Script(LoopbackCallKind.GetCommands, [.. Enumerable.Repeat(LoopbackFault.Broken, 25)]);

        await Assert.ThrowsAsync<DiscordRequestException>(() => fixture.Client.GetCommandsAsync(null, Cancellation));

        Assert.Equal("502 502 502 502 502 502", fixture.Statuses(LoopbackCallKind.GetCommands));
    }

    [Fact]
    public async Task Does_Not_Repeat_A_First_Response_When_It_May_Have_Come_Through()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = fixture.Fresh();
        fixture.Discord.Script(LoopbackCallKind.Callback, LoopbackFault.Broken);

        await Assert.ThrowsAsync<DiscordRequestException>(
            () => fixture.Client.PostCallbackAsync(interaction, new DeferredReply(false), Cancellation));

        Assert.Equal("502", fixture.Statuses(LoopbackCallKind.Callback));
    }

    [Theory]
    [InlineData(502, "502 200")]
    [InlineData(0, "0 200")]
    public async Task Repeats_A_Follow_Up_When_Discord_Is_Broken(int status, string statuses)
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = await fixture.DeferredAsync(Cancellation);
        fixture.Discord.Script(LoopbackCallKind.FollowUp, status == 0 ? LoopbackFault.Cut : new LoopbackFault { Status = status });

        await fixture.Client.FollowUpAsync(interaction, Message, Cancellation);

        Assert.Equal(statuses, fixture.Statuses(LoopbackCallKind.FollowUp));
    }

    [Fact]
    public async Task Does_Not_Repeat_A_Follow_Up_When_It_Is_Refused()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = await fixture.DeferredAsync(Cancellation);
        fixture.Discord.Script(LoopbackCallKind.FollowUp, LoopbackFault.NotYet);

        await Assert.ThrowsAsync<DiscordRequestException>(() => fixture.Client.FollowUpAsync(interaction, Message, Cancellation));

        Assert.Equal("404", fixture.Statuses(LoopbackCallKind.FollowUp));
    }

    [Fact]
    public async Task Gives_Up_When_Nobody_Listens()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = fixture.Fresh();
        await fixture.Discord.DisposeAsync();
        var before = fixture.Clock.GetUtcNow();

        var failure = await Assert.ThrowsAsync<DiscordRequestException>(() => fixture.Client.FollowUpAsync(interaction, Message, Cancellation));

        Assert.Null(failure.Status);
        Assert.Equal(TransientRetryHandler.LongPauses.Sum(pause => pause.Ticks), (fixture.Clock.GetUtcNow() - before).Ticks);
    }

    [Fact(Timeout = 60_000)]
    public async Task Waits_No_Longer_Than_The_Limit_When_Discord_Is_Silent()
    {
        var clock = new FakeTimeProvider();
        await using var fixture = await RestFixture.StartAsync(clock);
        var interaction = fixture.Fresh();
        var never = new TaskCompletionSource();
        fixture.Discord.Script(LoopbackCallKind.Callback, LoopbackFault.Slow(never.Task));

        var sending = fixture.Client.PostCallbackAsync(interaction, new DeferredReply(false), Cancellation);
        while (!sending.IsCompleted)
        {
            // The attempt's timer may not be set yet when time passes the first time.
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            clock.Advance(AttemptHandler.Longest);
            await Task.Yield();
        }

        var failure = await Assert.ThrowsAsync<DiscordRequestException>(() => sending);
        Assert.EndsWith("there was no answer in time", failure.Message, StringComparison.Ordinal);
        never.SetResult();
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(64.057)]
    [InlineData(86_400 * 60)]
    public async Task Waits_As_Long_As_Told_When_Rate_Limited(double seconds)
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = await fixture.DeferredAsync(Cancellation);
        fixture.Discord.Script(LoopbackCallKind.FollowUp, LoopbackFault.Limited(seconds));

        await fixture.Client.FollowUpAsync(interaction, Message, Cancellation);

        Assert.Equal("429 200", fixture.Statuses(LoopbackCallKind.FollowUp));
        Assert.Equal(seconds, fixture.Gap(LoopbackCallKind.FollowUp), 3);
    }

    [Fact]
    public async Task Reads_The_Header_When_The_Body_Is_No_Json()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = await fixture.DeferredAsync(Cancellation);
        fixture.Discord.Script(LoopbackCallKind.Edit, new LoopbackFault
        {
            Status = 429,
            Body = "<html>error 1015</html>",
            Headers = new Dictionary<string, string> { ["Retry-After"] = "3600" },
        });

        await fixture.Client.EditOriginalAsync(interaction, Message, Cancellation);

        Assert.Equal(3600, fixture.Gap(LoopbackCallKind.Edit));
    }

    [Fact]
    public async Task Keeps_Waiting_When_It_Is_Limited_Again_And_Again()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = await fixture.DeferredAsync(Cancellation);
        fixture.Discord.Script(LoopbackCallKind.Edit, [.. Enumerable.Range(0, 20).Select(_ => LoopbackFault.Limited(0.3))]);

        await fixture.Client.EditOriginalAsync(interaction, Message, Cancellation);

        Assert.Equal(21, fixture.Discord.Calls.Count(call => call.Kind == LoopbackCallKind.Edit));
    }

    [Fact(Timeout = 60_000)]
    public async Task Holds_Everything_When_The_Limit_Is_Global()
    {
        var clock = new FakeTimeProvider();
        await using var fixture = await RestFixture.StartAsync(clock);
        var first = await fixture.DeferredAsync(Cancellation);
        var second = await fixture.DeferredAsync(Cancellation);
        fixture.Discord.Script(LoopbackCallKind.Edit, LoopbackFault.Limited(10, global: true));

        var limited = fixture.Client.EditOriginalAsync(first, Message, Cancellation);
        await fixture.Discord.WaitForAsync(call => call.Status == 429, Cancellation);
        while (!fixture.Logs.Lines.Any(line => line.Contains("was rate limited", StringComparison.Ordinal)))
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        var other = fixture.Client.FollowUpAsync(second, Message, Cancellation);
        clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(limited.IsCompleted);
        Assert.False(other.IsCompleted);
        Assert.Empty(fixture.Statuses(LoopbackCallKind.FollowUp));

        // In small steps: a timer that is set just now counts from now.
        while (!limited.IsCompleted || !other.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(0.1));
            await Task.Delay(20, Cancellation);
        }

        await Task.WhenAll(limited, other);
        Assert.InRange(fixture.Gap(LoopbackCallKind.Edit), 10, double.MaxValue);
        Assert.InRange((fixture.Discord.Calls.Single(call => call.Kind == LoopbackCallKind.FollowUp).At - clock.Start).TotalSeconds, 10, double.MaxValue);
    }

    [Fact]
    public async Task Stops_Waiting_When_Cancelled()
    {
        await using var fixture = await RestFixture.StartAsync(new FakeTimeProvider());
        var interaction = await fixture.DeferredAsync(Cancellation);
        fixture.Discord.Script(LoopbackCallKind.Edit, LoopbackFault.Limited(100));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var editing = fixture.Client.EditOriginalAsync(interaction, Message, stop.Token);
        await fixture.Discord.WaitForAsync(call => call.Status == 429, Cancellation);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => editing);
        Assert.Equal("429", fixture.Statuses(LoopbackCallKind.Edit));
    }
}
