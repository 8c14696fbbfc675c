using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Discord.Rest;
using Telenovela.Tests.Loopback;

namespace Telenovela.Tests.Discord.Rest;

public sealed class InvalidAnswersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _clock = new();
    private readonly GlobalRateLimit _global;
    private readonly InvalidAnswers _invalid;

    public InvalidAnswersTests()
    {
        _global = new GlobalRateLimit(_clock);
        _invalid = new InvalidAnswers(_global, _clock, NullLogger<DiscordRestClient>.Instance);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task Holds_Everything_When_Discord_Has_Refused_Too_Often(HttpStatusCode status)
    {
        Count(status, InvalidAnswers.Most - 1);
        Assert.True(_global.PassAsync(Cancellation).IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Count(status, 1);

        var passing = _global.PassAsync(Cancellation);

        _clock.Advance(InvalidAnswers.Window - TimeSpan.FromMinutes(1) - TimeSpan.FromMilliseconds(1));
        Assert.False(passing.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await passing;
    }

    [Fact]
    public void Forgets_When_Ten_Minutes_Have_Passed()
    {
        for (var minute = 0; minute < 100; minute++)
        {
            Count(HttpStatusCode.Unauthorized, InvalidAnswers.Most / 11);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.True(_global.PassAsync(Cancellation).IsCompleted);
    }

    [Fact]
    public void Minds_No_Other_Answer()
    {
        foreach (var status in new[] { HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.BadGateway })
        {
            Count(status, InvalidAnswers.Most);
        }

        Assert.True(_global.PassAsync(Cancellation).IsCompleted);
    }

    [Fact]
    public async Task Asks_Nobody_When_Every_Interaction_Was_Refused()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = await fixture.DeferredAsync(Cancellation);
        fixture.Discord.Script(LoopbackCallKind.Edit, [.. Enumerable.Repeat(LoopbackFault.Refused, InvalidAnswers.Most)]);
        var before = fixture.Clock.GetUtcNow();
        for (var refused = 0; refused < InvalidAnswers.Most; refused++)
        {
            await Assert.ThrowsAsync<DiscordRequestException>(
                () => fixture.Client.EditOriginalAsync(interaction, new MessageReply(), Cancellation));
        }

        Assert.Equal(before, fixture.Clock.GetUtcNow());
        await fixture.Client.GetCommandsAsync(null, Cancellation);

        Assert.Equal(InvalidAnswers.Window, fixture.Discord.Calls[^1].At - before);
    }

    private void Count(HttpStatusCode status, int times)
    {
        for (var at = 0; at < times; at++)
        {
            _invalid.Count(status);
        }
    }
}
