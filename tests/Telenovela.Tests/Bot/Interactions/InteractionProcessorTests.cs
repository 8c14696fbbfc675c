using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Tests.Bot.Interactions;

public sealed class InteractionProcessorTests
{
    [Fact]
    public async Task Answers_Pong_When_Pinged()
    {
        await using var bot = await BotUnderTest.StartAsync();

        Assert.IsType<PongReply>(await bot.SendAsync(bot.New(InteractionType.Ping)));
    }

    [Fact]
    public async Task Defers_Then_Edits_When_Work_Takes_Time()
    {
        await using var bot = await BotUnderTest.StartAsync();

        var first = await bot.SendAsync(bot.Command("telenovela generate"));

        Assert.Equal(new DeferredReply(Ephemeral: false), first);
        var (way, message) = await bot.Channel.NextAsync();
        Assert.Equal("edit", way);
        Assert.Contains("MARISOL: seed", message.Embeds.Single().Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begins_No_Work_When_The_Deferral_Has_Not_Left()
    {
        await using var bot = await BotUnderTest.StartAsync();

        var accepted = await bot.Processor.AcceptAsync(bot.Command("telenovela generate"), bot.Channel, CancellationToken.None);
        await bot.SendAsync(bot.Command("telenovela generate"));
        await bot.Channel.NextAsync();

        Assert.True(bot.Channel.IsEmpty);
        accepted.Start();
        await bot.Channel.NextAsync();
    }

    [Fact]
    public async Task Works_Once_When_The_Same_Interaction_Arrives_Twice()
    {
        await using var bot = await BotUnderTest.StartAsync();
        var interaction = bot.Command("telenovela generate");

        var first = await bot.SendAsync(interaction);
        var second = await bot.SendAsync(interaction);
        await bot.Channel.NextAsync();
        await bot.SendAsync(bot.Command("telenovela generate"));
        await bot.Channel.NextAsync();

        Assert.Equal(first, second);
        Assert.Equal(2, bot.Writer.Requests.Count);
    }

    [Fact]
    public async Task Apologises_Privately_With_An_Error_Id_When_A_Handler_Throws()
    {
        await using var bot = await BotUnderTest.StartAsync();
        bot.Writer.Text = (_, _) => throw new InvalidOperationException("tensor");

        await bot.SendAsync(bot.Command("telenovela generate"));

        var (way, message) = await bot.Channel.NextAsync();
        Assert.Equal("private", way);
        Assert.True(message.Ephemeral);
        Assert.Matches("error id: `[0-9a-f]{8}`", message.Content);
        Assert.DoesNotContain("tensor", message.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_Up_When_The_Deadline_Passes()
    {
        await using var bot = await BotUnderTest.StartAsync();
        using var entered = new ManualResetEventSlim();
        bot.Writer.Text = (_, cancellationToken) =>
        {
            entered.Set();
            cancellationToken.WaitHandle.WaitOne();
            throw new OperationCanceledException(cancellationToken);
        };

        await bot.SendAsync(bot.Command("telenovela generate"));
        entered.Wait(TestContext.Current.CancellationToken);
        bot.Clock.Advance(TimeSpan.FromSeconds(61));

        var (_, message) = await bot.Channel.NextAsync();
        Assert.Contains("took too long", message.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_When_To_Return_When_The_Queue_Is_Full()
    {
        await using var bot = await BotUnderTest.StartAsync(new() { ["Interactions:QueueCapacity"] = "1", ["Interactions:CooldownSeconds"] = "0" });

        await bot.Processor.AcceptAsync(bot.Command("telenovela generate"), bot.Channel, CancellationToken.None);
        var reply = Assert.IsType<MessageReply>(await bot.SendAsync(bot.Command("telenovela generate")));

        Assert.True(reply.Ephemeral);
        Assert.Matches(@"<t:\d+:R>", reply.Content);
    }

    [Fact]
    public async Task Frees_The_Place_When_A_Deferral_Never_Left()
    {
        await using var bot = await BotUnderTest.StartAsync(new() { ["Interactions:QueueCapacity"] = "1", ["Interactions:CooldownSeconds"] = "0" });

        await bot.Processor.AcceptAsync(bot.Command("telenovela generate"), bot.Channel, CancellationToken.None);
        bot.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.IsType<DeferredReply>(await bot.SendAsync(bot.Command("telenovela generate")));
    }

    [Fact]
    public async Task Says_When_To_Return_When_The_Person_Was_Just_Served()
    {
        await using var bot = await BotUnderTest.StartAsync(new() { ["Interactions:CooldownSeconds"] = "5" });
        await bot.SendAsync(bot.Command("telenovela generate"));

        var tooSoon = Assert.IsType<MessageReply>(await bot.SendAsync(bot.Command("telenovela generate")));
        bot.Clock.Advance(TimeSpan.FromSeconds(6));
        var later = await bot.SendAsync(bot.Command("telenovela generate"));

        Assert.Contains($"<t:{new DateTimeOffset(2026, 11, 23, 12, 0, 5, TimeSpan.Zero).ToUnixTimeSeconds()}:R>", tooSoon.Content, StringComparison.Ordinal);
        Assert.IsType<DeferredReply>(later);
    }

    [Fact]
    public async Task Tells_Waiting_People_When_The_Bot_Stops()
    {
        await using var bot = await BotUnderTest.StartAsync(new() { ["Interactions:Workers"] = "1", ["Interactions:CooldownSeconds"] = "0" });
        using var entered = new ManualResetEventSlim();
        using var leave = new ManualResetEventSlim();
        bot.Writer.Text = (_, _) =>
        {
            entered.Set();
            leave.Wait(CancellationToken.None);
            return "finished";
        };
        await bot.SendAsync(bot.Command("telenovela generate"));
        entered.Wait(TestContext.Current.CancellationToken);
        await bot.SendAsync(bot.Command("telenovela generate"));

        var stopping = bot.StopAsync();
        leave.Set();
        await stopping;

        MessageReply[] told = [(await bot.Channel.NextAsync()).Message, (await bot.Channel.NextAsync()).Message];
        var underWay = Assert.Single(told, message => message.Embeds.Count > 0);
        Assert.Contains("finished", underWay.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Contains("restarted", Assert.Single(told, message => message.Embeds.Count == 0).Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "I don't know that any more")]
    [InlineData("es-419", "Eso ya no lo conozco")]
    [InlineData("es-ES", "Eso ya no lo conozco")]
    [InlineData("xx", "I don't know that any more")]
    public async Task Answers_In_The_Persons_Language_When_Nobody_Knows_The_Command(string locale, string words)
    {
        await using var bot = await BotUnderTest.StartAsync();

        var reply = Assert.IsType<MessageReply>(await bot.SendAsync(bot.Command("telenovela sing") with { Locale = locale }));

        Assert.True(reply.Ephemeral);
        Assert.Contains(words, reply.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_Running_When_The_Way_Back_Is_Broken()
    {
        await using var bot = await BotUnderTest.StartAsync(new() { ["Interactions:Workers"] = "1", ["Interactions:CooldownSeconds"] = "0" });
        bot.Channel.Failure = new HttpRequestException("gone");
        using var written = new CountdownEvent(1);
        bot.Writer.Text = (_, _) =>
        {
            written.Signal();
            return "lost";
        };
        await bot.SendAsync(bot.Command("telenovela generate"));
        written.Wait(TestContext.Current.CancellationToken);

        bot.Writer.Text = (_, _) => "heard";
        await bot.SendAsync(bot.Command("telenovela generate"));
        await WaitUntil(() => bot.Queue.Count <= 1);
        bot.Channel.Failure = null;
        await bot.SendAsync(bot.Command("telenovela generate"));

        var (_, message) = await bot.Channel.NextAsync();
        Assert.Contains("heard", message.Embeds.Single().Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Hides_The_Token_When_An_Interaction_Is_Printed()
    {
        var interaction = new Interaction
        {
            Id = 1,
            ApplicationId = 2,
            Type = InteractionType.Command,
            Token = "secret-token",
            User = new InteractionUser(3, "Ana"),
        };

        Assert.DoesNotContain("secret-token", interaction.ToString(), StringComparison.Ordinal);
    }

    private static async Task WaitUntil(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
