using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Tests.Bot.Interactions;

public sealed class DeliveryTests
{
    private static readonly Dictionary<string, string?> NoPause = new() { ["Interactions:CooldownSeconds"] = "0" };

    [Fact]
    public async Task Serves_Others_When_Three_People_Can_Not_Be_Reached()
    {
        await using var bot = await BotUnderTest.StartAsync();
        var reached = new TaskCompletionSource();
        bot.Channel.Until = interaction => interaction.User.Id <= 3 ? reached.Task : Task.CompletedTask;
        for (var stuck = 1UL; stuck <= 3; stuck++)
        {
            await bot.SendAsync(Generate(bot, stuck));
        }

        for (var other = 101UL; other <= 130; other++)
        {
            Assert.IsType<DeferredReply>(await bot.SendAsync(Generate(bot, other)));
        }

        for (var answers = 0; answers < 30; answers++)
        {
            await bot.Channel.NextAsync();
        }

        await UntilAsync(() => bot.Queue.Count == 0);
        Assert.True(bot.Channel.IsEmpty);
        reached.SetResult();
        await bot.Channel.NextAsync();
    }

    [Theory]
    [InlineData("en-US", "I still owe you")]
    [InlineData("es-419", "Todavía te debo")]
    public async Task Gives_Nobody_More_Than_Their_Share_When_They_Ask_Faster_Than_It_Writes(string locale, string words)
    {
        await using var bot = await BotUnderTest.StartAsync();
        using var leave = new ManualResetEventSlim();
        bot.Writer.Text = (_, _) =>
        {
            leave.Wait(CancellationToken.None);
            return "late";
        };
        for (var asked = 0; asked < 4; asked++)
        {
            Assert.IsType<DeferredReply>(await bot.SendAsync(Generate(bot, 1)));
        }

        var fifth = Assert.IsType<MessageReply>(await bot.SendAsync(Generate(bot, 1) with { Locale = locale }));
        var other = await bot.SendAsync(Generate(bot, 2));

        Assert.True(fifth.Ephemeral);
        Assert.Contains(words, fifth.Content, StringComparison.Ordinal);
        Assert.IsType<DeferredReply>(other);
        leave.Set();
    }

    [Fact]
    public async Task Takes_No_More_From_Somebody_When_Eight_Replies_Could_Not_Be_Delivered()
    {
        await using var bot = await BotUnderTest.StartAsync();
        var reached = new TaskCompletionSource();
        bot.Channel.Until = interaction => interaction.User.Id == 1 ? reached.Task : Task.CompletedTask;
        for (var asked = 0; asked < 8; asked++)
        {
            Assert.IsType<DeferredReply>(await bot.SendAsync(Generate(bot, 1)));
            await UntilAsync(() => bot.Queue.Count == 0);
        }

        Assert.IsType<MessageReply>(await bot.SendAsync(Generate(bot, 1)));
        Assert.IsType<DeferredReply>(await bot.SendAsync(Generate(bot, 2)));
        reached.SetResult();
    }

    [Fact]
    public async Task Leaves_Room_For_Other_Servers_When_One_Fills_The_Queue()
    {
        await using var bot = await BotUnderTest.StartAsync(new(NoPause) { ["Interactions:QueueCapacity"] = "8" });
        for (var person = 1UL; person <= 6; person++)
        {
            Assert.IsType<DeferredReply>((await AcceptAsync(bot, Generate(bot, person))).Response);
        }

        Assert.IsType<MessageReply>((await AcceptAsync(bot, Generate(bot, 7))).Response);
        Assert.IsType<DeferredReply>((await AcceptAsync(bot, Generate(bot, 7) with { GuildId = 67 })).Response);
        Assert.IsType<DeferredReply>((await AcceptAsync(bot, Generate(bot, 7) with { GuildId = null })).Response);
    }

    [Fact]
    public async Task Lends_Its_Worker_When_A_Piece_Of_Work_Only_Waits()
    {
        await using var bot = await BotUnderTest.StartAsync(new(NoPause) { ["Interactions:Workers"] = "1" });
        var file = new TaskCompletionSource<bool>();
        var waits = new TaskCompletionSource();
        var isGoingOn = new TaskCompletionSource();
        var isWriting = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        bot.Queue.TryReserve(66, 1, async _ =>
        {
            waits.SetResult();
            await WorkerWait.ForAsync(file.Task);
            isGoingOn.SetResult();
            return _ => Task.CompletedTask;
        })!.Start();
        await waits.Task;
        bot.Queue.TryReserve(66, 2, async _ =>
        {
            isWriting.SetResult();
            await mayEnd.Task;
            return _ => Task.CompletedTask;
        })!.Start();
        await isWriting.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        // There is one worker, and it is taken now.
        file.SetResult(true);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.False(isGoingOn.Task.IsCompleted);
        mayEnd.SetResult();
        await isGoingOn.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Delivers_No_Longer_Than_The_Token_Lives_When_Nobody_Can_Be_Reached()
    {
        await using var bot = await BotUnderTest.StartAsync();
        bot.Channel.Until = _ => new TaskCompletionSource().Task;
        var place = await AcceptAsync(bot, Generate(bot, 1));
        bot.Clock.Advance(TimeSpan.FromSeconds(10));
        place.Start();
        await UntilAsync(() => bot.Queue.Count == 0);

        bot.Clock.Advance(TimeSpan.FromMinutes(14));
        await bot.StopAsync();

        Assert.Equal(0, bot.Queue.Lost);
    }

    [Fact(Timeout = 60_000)]
    public async Task Tells_Running_Texts_To_Stop_When_The_Bot_Stops()
    {
        await using var bot = await BotUnderTest.StartAsync(new(NoPause) { ["Interactions:Workers"] = "1" });
        using var entered = new ManualResetEventSlim();
        bot.Writer.Text = (_, cancellationToken) =>
        {
            entered.Set();
            cancellationToken.WaitHandle.WaitOne();
            throw new OperationCanceledException(cancellationToken);
        };
        await bot.SendAsync(Generate(bot, 1));
        entered.Wait(TestContext.Current.CancellationToken);

        await bot.StopAsync();

        var (way, message) = await bot.Channel.NextAsync();
        Assert.Equal("private", way);
        Assert.Contains("restarted", message.Content, StringComparison.Ordinal);
        Assert.Equal(0, bot.Queue.Lost);
    }

    [Fact(Timeout = 60_000)]
    public async Task Leaves_A_Text_Behind_That_Does_Not_Listen_When_The_Bot_Stops()
    {
        await using var bot = await BotUnderTest.StartAsync();
        using var entered = new ManualResetEventSlim();
        using var leave = new ManualResetEventSlim();
        bot.Writer.Text = (_, _) =>
        {
            entered.Set();
            leave.Wait(CancellationToken.None);
            return "too late";
        };
        await bot.SendAsync(Generate(bot, 1));
        entered.Wait(TestContext.Current.CancellationToken);

        var stopping = bot.StopAsync();
        while (!stopping.IsCompleted)
        {
            // The timers may not be set yet when time passes the first time.
            bot.Clock.Advance(TimeSpan.FromSeconds(0.2));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Contains("restarted", (await bot.Channel.NextAsync()).Message.Content, StringComparison.Ordinal);
        Assert.Equal(0, bot.Queue.Lost);
        leave.Set();
    }

    [Fact(Timeout = 60_000)]
    public async Task Tells_Everybody_At_The_Same_Time_When_The_Bot_Stops()
    {
        await using var bot = await BotUnderTest.StartAsync(new(NoPause) { ["Interactions:Workers"] = "1" });
        using var entered = new ManualResetEventSlim();
        bot.Writer.Text = (_, cancellationToken) =>
        {
            entered.Set();
            cancellationToken.WaitHandle.WaitOne();
            throw new OperationCanceledException(cancellationToken);
        };

        // Nobody is told before everybody is being told.
        var all = new TaskCompletionSource();
        var told = 0;
        bot.Channel.Until = _ =>
        {
            if (Interlocked.Increment(ref told) == 40)
            {
                all.SetResult();
            }

            return all.Task;
        };
        for (var person = 1UL; person <= 40; person++)
        {
            await bot.SendAsync(Generate(bot, person));
        }

        entered.Wait(TestContext.Current.CancellationToken);
        await bot.StopAsync();

        for (var answers = 0; answers < 40; answers++)
        {
            Assert.Contains("restarted", (await bot.Channel.NextAsync()).Message.Content, StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Counts_What_Is_Lost_When_There_Is_No_Time_Left()
    {
        await using var bot = await BotUnderTest.StartAsync();
        bot.Channel.Until = interaction => interaction.User.Id <= 2 ? new TaskCompletionSource().Task : Task.CompletedTask;
        for (var person = 1UL; person <= 3; person++)
        {
            await bot.SendAsync(Generate(bot, person));
        }

        await bot.Channel.NextAsync();
        await UntilAsync(() => bot.Queue.Count == 0);

        var stopping = bot.StopAsync();
        Assert.False(stopping.IsCompleted);
        bot.Clock.Advance(WorkQueue.StopWithin);
        await stopping.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, bot.Queue.Lost);
    }

    [Fact]
    public async Task Promises_Nothing_When_The_Bot_Stops()
    {
        await using var bot = await BotUnderTest.StartAsync();
        await bot.Queue.StoppingAsync(CancellationToken.None);

        var reply = Assert.IsType<MessageReply>(await bot.SendAsync(Generate(bot, 1)));

        Assert.True(reply.Ephemeral);
        Assert.Contains("restarted", reply.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_Back_What_Was_Typed_When_The_Bot_Stops()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        await bot.Queue.StoppingAsync(CancellationToken.None);

        var reply = Assert.IsType<MessageReply>(await bot.SendAsync(bot.Submit("contribute", ("text", "VERA: Never again."))));

        Assert.Contains("restarted", reply.Embeds[0].Description + reply.Content, StringComparison.Ordinal);
        Assert.Contains(reply.Embeds, embed => embed.Description?.Contains("Never again", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Gives_Back_What_Was_Typed_When_There_Is_No_Room()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync(settings: ("Interactions:QueueCapacity", "1"));
        await AcceptAsync(bot, Generate(bot, 1));

        var reply = Assert.IsType<MessageReply>(await bot.SendAsync(bot.Submit("contribute", ("text", "VERA: Never again."))));

        Assert.Contains("Too many people", reply.Embeds[0].Description + reply.Content, StringComparison.Ordinal);
        Assert.Contains(reply.Embeds, embed => embed.Description?.Contains("Never again", StringComparison.Ordinal) == true);
    }

    private static Interaction Generate(BotUnderTest bot, ulong user) =>
        bot.Command("telenovela generate") with { User = new InteractionUser(user, "Ana") };

    private static Task<AcceptedInteraction> AcceptAsync(BotUnderTest bot, Interaction interaction) =>
        bot.Processor.AcceptAsync(interaction, bot.Channel, CancellationToken.None);

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
