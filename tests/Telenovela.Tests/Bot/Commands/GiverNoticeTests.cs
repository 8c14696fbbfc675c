using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Bot.Commands;

public sealed class GiverNoticeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_The_Giver_Once_What_Was_Decided_Below_The_Answer_To_The_Next_Command()
    {
        await using var bot = await GivenAsync("The lamp was lit.", "Nobody lights lamps.", "There are eleven stairs.");
        await DecideAsync(bot, 1, ModerationKind.Approved);
        await DecideAsync(bot, 2, ModerationKind.Rejected, "From a *real* show");

        var (answer, word) = (await NextAsync(bot, "telenovela generate"), await bot.Channel.NextAsync());
        await bot.AnswerAsync(bot.Command("telenovela generate"));
        await DecideAsync(bot, 3, ModerationKind.Approved);
        await NextAsync(bot, "telenovela generate");
        var later = await bot.Channel.NextAsync();

        Assert.Equal("edit", answer.Way);
        Assert.Equal("follow-up", word.Way);
        Assert.True(word.Message.Ephemeral);
        Assert.Equal(
            "**What became of your lines**\n✅ Line #1 was accepted:\n> **VERA**: The lamp was lit.\n"
            + "❌ Line #2 was rejected:\n> **VERA**: Nobody lights lamps.\nThe moderators say: From a \\*real\\* show",
            word.Message.Content);
        Assert.Equal("**What became of your lines**\n✅ Line #3 was accepted:\n> **VERA**: There are eleven stairs.", later.Message.Content);
        Assert.True(bot.Channel.IsEmpty);
    }

    [Theory]
    [InlineData("Ana", "🎓 I have learned 2 of your lines. You are credited as **Ana**.")]
    [InlineData(null, "🎓 I have learned 2 of your lines. No name is given for them; `/telenovela my-data` lets you choose one.")]
    public async Task Tells_The_Giver_What_Was_Learned_And_The_Name_That_Is_Given(string? name, string expected)
    {
        await using var bot = await GivenAsync("The lamp was lit.", "Nobody lights lamps.", "There are eleven stairs.");
        await bot.Get<ConsentRegister>().SetCreditNameAsync(9, name, Stop);
        await DecideAsync(bot, 1, ModerationKind.Approved);
        await DecideAsync(bot, 3, ModerationKind.Approved);
        await NextAsync(bot, "telenovela generate");
        await bot.Channel.NextAsync();

        await bot.Get<Telenovela.Bot.Retraining.Stages.INightNews>().TellAsync(
            new(1_000, RunTrigger.Nightly, RunState.Running, DateTimeOffset.UnixEpoch, null, 2, "g", new(), []), [1, 2], Stop);
        await NextAsync(bot, "telenovela generate");
        var word = await bot.Channel.NextAsync();
        await bot.AnswerAsync(bot.Command("telenovela generate"));

        Assert.Equal($"**What became of your lines**\n{expected}", word.Message.Content);
        Assert.True(bot.Channel.IsEmpty);
    }

    [Fact]
    public async Task Tells_The_Giver_In_The_Language_Of_Their_Client()
    {
        await using var bot = await GivenAsync("The lamp was lit.");
        await DecideAsync(bot, 1, ModerationKind.Approved);

        await bot.SendAsync(bot.Command("telenovela generate") with { Locale = "es-419" });
        await bot.Channel.NextAsync();

        Assert.StartsWith("**Qué fue de tus líneas**", (await bot.Channel.NextAsync()).Message.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_What_Is_To_Be_Told_Once_When_Two_Ask_At_The_Same_Time()
    {
        await using var bot = await GivenAsync("The lamp was lit.");
        await DecideAsync(bot, 1, ModerationKind.Approved);

        var words = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => bot.Get<GiverWords>().TakeAsync(9, Stop))));

        Assert.Single(words.OfType<GiverWord>());
    }

    [Fact]
    public async Task Tells_Nobody_Else_And_Nothing_Of_What_Waits()
    {
        await using var bot = await GivenAsync("The lamp was lit.", "Nobody lights lamps.");
        await DecideAsync(bot, 1, ModerationKind.Approved);
        await bot.Get<ReviewQueue>().UndoAsync(66, 20, Stop);

        await bot.AnswerAsync(bot.Command("telenovela generate"));
        await DecideAsync(bot, 2, ModerationKind.Approved);
        await bot.AnswerAsync(bot.Command("telenovela generate") with { User = new(10, "Luis") });

        Assert.True(bot.Channel.IsEmpty);
    }

    [Fact]
    public async Task Fits_Into_A_Message_When_Very_Many_Long_Lines_Were_Rejected()
    {
        await using var bot = await GivenAsync([.. Enumerable.Range(0, 20).Select(at => new string((char)('a' + at), 400))]);
        await bot.Get<ReviewQueue>().DecideRestAsync(
            new Decision(1, 66, 20, ModerationKind.Rejected) { Reason = new string('*', 300) }, RestOf.Submission, 20, Stop);

        await NextAsync(bot, "telenovela generate");
        var word = await bot.Channel.NextAsync();

        Assert.EndsWith("❌ 15 more were rejected; `/telenovela my-data` shows them.", word.Message.Content, StringComparison.Ordinal);
        Assert.InRange(word.Message.Content.Length, 1, 2000);
    }

    private static async Task<(string Way, MessageReply Message)> NextAsync(BotUnderTest bot, string command)
    {
        await bot.SendAsync(bot.Command(command));
        return await bot.Channel.NextAsync();
    }

    private static Task<DecisionResult> DecideAsync(BotUnderTest bot, long id, ModerationKind kind, string? reason = null)
    {
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        return bot.Get<ReviewQueue>().DecideAsync(new Decision(id, 66, 20, kind) { Reason = reason }, Stop);
    }

    private static async Task<BotUnderTest> GivenAsync(params string[] lines)
    {
        var bot = await BotUnderTest.StartWithStoreAsync();
        await bot.Get<ConsentRegister>().GiveAsync(9, StoreUnderTest.Terms, Stop);
        var given = StoreUnderTest.Submission(9, [.. lines.Select(line => StoreUnderTest.Line(line))]) with { GuildId = 66 };
        await bot.Get<ContributionStore>().SubmitAsync(given, Stop);
        return bot;
    }
}
