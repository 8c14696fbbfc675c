using Telenovela.Bot.Commands.Feedback;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Tests.Bot.Commands;

public sealed class FeedbackTests
{
    [Fact]
    public async Task Shows_What_Was_Liked_Most_This_Week_Or_Ever()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        var stop = TestContext.Current.CancellationToken;
        var votes = bot.Get<FeedbackStore>();
        await VoteAsync(1, "ANA: Long ago.", 66, 3, 0);
        bot.Clock.Advance(TimeSpan.FromDays(8));
        await VoteAsync(2, "ANA: Liked *twice*.", 66, 2, 0);
        await VoteAsync(3, "ANA: Liked once.", 66, 2, 1);
        await VoteAsync(4, "ANA: Disputed.", 66, 1, 1);
        await VoteAsync(5, "ANA: Elsewhere.", 67, 5, 0);
        await VoteAsync(6, "ANA: Reported.", 66, 4, 0);
        await VoteAsync(7, "ANA: A scoundrel.", 66, 4, 0);
        await votes.ReportAsync(Rated(6, "ANA: Reported.", 66), 9, "rude", stop);
        await bot.Get<GuildSettingsStore>().AddWordsAsync(66, "en", ["scoundrel"], stop);

        var week = (await bot.AnswerAsync(bot.Command("telenovela best"))).Embeds.Single();
        var all = bot.Command("telenovela best", new CommandOptionValue("time", "all")) with { Locale = "es-419" };
        var ever = (await bot.AnswerAsync(all)).Embeds.Single();
        var nothing = (await bot.AnswerAsync(bot.Command("telenovela best") with { GuildId = 68 })).Embeds.Single();

        Assert.Equal("The best of this week", week.Title);
        Assert.Equal(
            "**High Tide** · 👍 2 · 👎 0 · https://discord.com/channels/66/88/2\nANA: Liked \\*twice\\*.\n\n"
            + "**High Tide** · 👍 2 · 👎 1 · https://discord.com/channels/66/88/3\nANA: Liked once.",
            week.Description);
        Assert.Equal("Lo mejor de siempre", ever.Title);
        Assert.StartsWith(
            "**High Tide** · 👍 3 · 👎 0 · https://discord.com/channels/66/88/1\nANA: Long ago.", ever.Description, StringComparison.Ordinal);
        Assert.StartsWith("Nothing yet.", nothing.Description, StringComparison.Ordinal);

        async Task VoteAsync(ulong message, string text, ulong guild, int up, int down)
        {
            for (var person = 0; person < up + down; person++)
            {
                await votes.VoteAsync(Rated(message, text, guild), 100 + (ulong)person, person < up ? VoteValue.Up : VoteValue.Down, stop);
            }
        }

        static RatedMessage Rated(ulong message, string text, ulong guild) =>
            new(message, 88, guild, "tide-1", 7, """{"telenovela":"high_tide"}""", text);
    }

    [Fact]
    public async Task Keeps_One_Vote_A_Person_With_How_The_Text_Was_Made()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        var message = await GeneratedAsync(bot);

        await bot.AnswerAsync(bot.Press(Button(message, VoteUpButton.HandlerName), BotUnderTest.Carrying(message)));
        await bot.AnswerAsync(bot.Press(Button(message, VoteUpButton.HandlerName), BotUnderTest.Carrying(message)) with { User = new InteractionUser(10, "Luis") });
        var answer = await bot.AnswerAsync(bot.Press(Button(message, VoteDownButton.HandlerName), BotUnderTest.Carrying(message)));

        Assert.Contains("👍 1 · 👎 1", answer.Content, StringComparison.Ordinal);
        var rated = Assert.Single(await bot.Get<FeedbackStore>().RatedTextsAsync(TestContext.Current.CancellationToken));
        Assert.Equal(7, rated.Seed);
        Assert.Contains("\"length\":280", rated.Settings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_Why_And_Puts_The_Report_In_The_Queue_When_Somebody_Reports()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        var message = await GeneratedAsync(bot);
        var form = Assert.IsType<ModalReply>(await bot.SendAsync(bot.Press(Button(message, ReportButton.HandlerName), BotUnderTest.Carrying(message))));

        var thanks = await bot.AnswerAsync(Report(bot, form, message));
        var again = await bot.AnswerAsync(Report(bot, form, message));

        Assert.Contains("Thank you", thanks.Content, StringComparison.Ordinal);
        Assert.Contains("already", again.Content, StringComparison.Ordinal);
        var open = await bot.AnswerAsync(bot.Command("telenovela-review reports") with { MemberPermissions = 1UL << 13 });
        Assert.Contains(open.Embeds[0].Fields, field => field.Value.Contains("It names my neighbour", StringComparison.Ordinal));
        var closed = await bot.AnswerAsync(bot.Press(open.Rows[0].Components[0].CustomId, BotUnderTest.Carrying(open)) with { MemberPermissions = 1UL << 13 });
        Assert.Contains("closed by <@9>", closed.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_The_Moderators_Channel_When_One_Is_Chosen()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        await bot.Get<GuildSettingsStore>().ChangeAsync(66, settings => settings.ReviewChannelId = 88, TestContext.Current.CancellationToken);
        var message = await GeneratedAsync(bot);
        var form = Assert.IsType<ModalReply>(await bot.SendAsync(bot.Press(Button(message, ReportButton.HandlerName), BotUnderTest.Carrying(message))));

        await bot.AnswerAsync(Report(bot, form, message));

        var (channel, notice) = Assert.Single(bot.Posted);
        Assert.Equal(88UL, channel);
        Assert.Contains("report-close:1", notice.Rows[0].Components[0].CustomId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vote-up:x:1:2:m:t")]
    [InlineData("vote-up")]
    [InlineData("report:1:999999:0.8:m:t")]
    public async Task Says_So_When_The_Button_Is_Not_Ours(string customId)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();

        var answer = await bot.AnswerAsync(bot.Press(customId, new CarryingMessage(1, "", ["x"])));

        Assert.Contains("which text", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fits_Into_Custom_Ids_When_Names_Are_Long()
    {
        await using var bot = await BotUnderTest.StartAsync();

        var message = await GeneratedAsync(bot);

        Assert.All(message.Rows.SelectMany(row => row.Components), component => Assert.InRange(component.CustomId.Length, 1, 100));
        Assert.Equal(2, message.Rows.Count);
    }

    private static Interaction Report(BotUnderTest bot, ModalReply form, MessageReply message)
    {
        var submitted = bot.Submit(form.CustomId, (ReportModal.ReasonField, "It names my neighbour"));
        return submitted with { Modal = submitted.Modal! with { Message = BotUnderTest.Carrying(message) } };
    }

    private static Task<MessageReply> GeneratedAsync(BotUnderTest bot) => bot.AnswerAsync(bot.Command("telenovela generate", new CommandOptionValue("seed", 7L)));

    private static string Button(MessageReply message, string handler) =>
        message.Rows.SelectMany(row => row.Components).Single(component => component.CustomId.StartsWith(handler + ":", StringComparison.Ordinal)).CustomId;
}
