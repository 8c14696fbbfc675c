using Telenovela.Bot.Commands.Contribute;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;

namespace Telenovela.Tests.Bot.Commands;

public sealed class PendingNoticeTests
{
    [Fact]
    public async Task Tells_The_Moderators_Once_When_Lines_Come_Into_An_Empty_Queue()
    {
        await using var bot = await StartAsync(channel: 88);

        await GiveAsync(bot, "The lamp was lit when I came in, and nobody lights lamps for nobody.");
        await GiveAsync(bot, "My grandmother kept the key in the sugar, where thieves never look.");

        var (channel, notice) = Assert.Single(bot.Posted);
        Assert.Equal((88UL, "A line waits for review."), (channel, notice.Content));
        var button = Assert.IsType<Button>(Assert.Single(notice.Rows[0].Components));
        var shown = await bot.AnswerAsync(bot.Press(button.CustomId, BotUnderTest.Carrying(notice)) with { MemberPermissions = 1UL << 13 });
        Assert.True(shown.Ephemeral);
        Assert.Contains("The lamp was lit", shown.Embeds[0].Description, StringComparison.Ordinal);
        var stranger = await bot.AnswerAsync(bot.Press(button.CustomId, BotUnderTest.Carrying(notice)));
        Assert.Empty(stranger.Embeds);
    }

    [Fact]
    public async Task Tells_Nobody_When_No_Channel_Was_Chosen()
    {
        await using var bot = await StartAsync(channel: null);

        await GiveAsync(bot, "The lamp was lit when I came in, and nobody lights lamps for nobody.");

        Assert.Empty(bot.Posted);
    }

    private static async Task<BotUnderTest> StartAsync(ulong? channel)
    {
        var bot = await BotUnderTest.StartWithStoreAsync();
        await bot.Get<ConsentRegister>().GiveAsync(9, ContributionTerms.Version, TestContext.Current.CancellationToken);
        await bot.Get<GuildSettingsStore>().ChangeAsync(66, settings => settings.ReviewChannelId = channel, TestContext.Current.CancellationToken);
        return bot;
    }

    private static Task<MessageReply> GiveAsync(BotUnderTest bot, string line) => bot.AnswerAsync(bot.Submit(
        ContributeModal.HandlerName,
        (ContributionFields.TelenovelaField, "The Salt House"), (ContributionFields.CharacterField, "Ofelia"), (ContributionFields.TextField, line),
        (ContributionFields.ArcField, "lost-love"), (ContributionFields.LanguageField, "en")));
}
