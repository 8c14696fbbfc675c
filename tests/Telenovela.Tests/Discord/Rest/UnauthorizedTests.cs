using System.Net;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Discord.Rest;
using Telenovela.Tests.Loopback;

namespace Telenovela.Tests.Discord.Rest;

public sealed class UnauthorizedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Never_Asks_Again_When_The_Bot_Token_Was_Refused()
    {
        await using var fixture = await RestFixture.StartAsync(token: "old-secret");

        var first = await Assert.ThrowsAsync<DiscordUnauthorizedException>(() => fixture.Client.GetCommandsAsync(null, Cancellation));
        var second = await Assert.ThrowsAsync<DiscordUnauthorizedException>(() => fixture.Client.OverwriteCommandsAsync([], 5, Cancellation));

        Assert.Single(fixture.Discord.Calls);
        Assert.Equal(
            "Discord refused the bot's token. Check Discord:Token: get a new one from the Developer Portal > your application > Bot > Reset Token, and start the bot again.",
            first.Message);
        Assert.Contains("wasn't asked again", second.Message, StringComparison.Ordinal);
        Assert.Single(fixture.Logs.Lines, line => line.StartsWith("Critical", StringComparison.Ordinal) && line.Contains("check Discord:Token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asks_Nobody_When_The_Bot_Token_Is_Not_Set()
    {
        await using var fixture = await RestFixture.StartAsync(token: "");

        var failure = await Assert.ThrowsAsync<DiscordUnauthorizedException>(() => fixture.Client.GetCommandsAsync(null, Cancellation));

        Assert.StartsWith("The bot's token is not set. Check Discord:Token", failure.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Discord.Calls);
    }

    [Fact]
    public async Task Goes_On_With_Others_When_One_Interaction_Token_Was_Refused()
    {
        await using var fixture = await RestFixture.StartAsync();
        var one = await fixture.DeferredAsync(Cancellation);
        var other = await fixture.DeferredAsync(Cancellation);
        fixture.Discord.Script(LoopbackCallKind.Edit, LoopbackFault.Refused);

        var failure = await Assert.ThrowsAsync<DiscordRequestException>(() => fixture.Client.EditOriginalAsync(one, new MessageReply { Content = "a" }, Cancellation));
        await fixture.Client.EditOriginalAsync(other, new MessageReply { Content = "b" }, Cancellation);
        await fixture.Client.GetCommandsAsync(null, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, failure.Status);
        Assert.Equal("401 200", fixture.Statuses(LoopbackCallKind.Edit));
    }
}
