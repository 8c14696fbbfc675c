using CsCheck;
using Telenovela.Bot.Commands.Contribute;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Tests.Bot.Commands;

public sealed class ReviewTests
{
    private const ulong ManageMessages = 1UL << 13;

    private static readonly InteractionUser Ines = new(20, "Inés"), Rita = new(21, "Rita");

    [Fact]
    public async Task Shows_A_Line_With_What_Is_Around_It_When_The_Next_One_Is_Asked_For()
    {
        await using var bot = await WithLinesAsync();

        var shown = await bot.AnswerAsync(As(Ines, bot.Command("telenovela-review next")));

        Assert.True(shown.Ephemeral);
        Assert.Contains("Your mother sold the piano", shown.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Contains(shown.Embeds[0].Fields, field => field.Value.Contains("There are eleven stairs", StringComparison.Ordinal));
        Assert.Equal(["review-approve:1", "review-edit:1", "review-reject:1", "review-next:1"], shown.Rows[0].Components.Select(component => component.CustomId));
    }

    [Fact]
    public async Task Names_The_Moderator_And_Loses_The_Buttons_When_A_Line_Is_Approved()
    {
        await using var bot = await WithLinesAsync();

        var decided = await bot.AnswerAsync(As(Ines, Press(bot, "review-approve:1")));

        Assert.True(decided.ReplacesMessage);
        Assert.Contains("accepted by <@20>", decided.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Equal(["review-next:1"], decided.Rows.SelectMany(row => row.Components).Select(component => component.CustomId));
        Assert.Contains("There are eleven stairs", (await bot.AnswerAsync(As(Ines, Press(bot, "review-next:1")))).Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_Both_Versions_When_A_Line_Is_Approved_With_Changes()
    {
        await using var bot = await WithLinesAsync();
        var form = Assert.IsType<ModalReply>(await bot.SendAsync(As(Ines, Press(bot, "review-edit:1"))));
        Assert.Equal("Your mother sold the piano to buy me a coat.", Assert.IsType<TextInput>(form.Fields[0].Input).Value);

        await bot.AnswerAsync(As(Ines, bot.Submit(form.CustomId, ("text", "Your mother sold the piano to buy me this coat."))));

        var line = await bot.Get<ReviewQueue>().FindAsync(66, 1, TestContext.Current.CancellationToken);
        Assert.Equal(("Your mother sold the piano to buy me this coat.", "Your mother sold the piano to buy me a coat.", ContributionStatus.Approved), (line!.Text, line.OriginalText, line.Status));
    }

    [Fact]
    public async Task Says_Why_When_A_Line_Is_Rejected()
    {
        await using var bot = await WithLinesAsync();
        var form = Assert.IsType<ModalReply>(await bot.SendAsync(As(Ines, Press(bot, "review-reject:1"))));

        var decided = await bot.AnswerAsync(As(Ines, bot.Submit(form.CustomId, ("reason", "From a real show"))));

        Assert.Contains("rejected by <@20>", decided.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Contains("From a real show", decided.Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_Again_When_A_Moderator_Takes_The_Decision_Back()
    {
        await using var bot = await WithLinesAsync();
        await bot.AnswerAsync(As(Ines, Press(bot, "review-approve:1")));

        var others = await bot.AnswerAsync(As(Rita, bot.Command("telenovela-review undo")));
        var own = await bot.AnswerAsync(As(Ines, bot.Command("telenovela-review undo")));

        Assert.Contains("no decision of yours", others.Content, StringComparison.Ordinal);
        Assert.Contains("Line #1 waits again", own.Content, StringComparison.Ordinal);
        Assert.Equal(2, await bot.Get<ReviewQueue>().CountAsync(66, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Tells_The_Slower_One_When_Two_Moderators_Decide_On_One_Line()
    {
        await using var bot = await WithLinesAsync();
        await bot.AnswerAsync(As(Ines, Press(bot, "review-approve:1")));

        var late = await bot.AnswerAsync(As(Rita, bot.Submit("review-reject-why:1", ("reason", "No"))));

        Assert.Contains("faster than you", late.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Contains("accepted by <@20>", late.Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_One_Decision_Whichever_Way_Two_Moderators_Click()
    {
        await using var bot = await WithLinesAsync();
        string[] clicks = ["review-approve:1", "review-reject-why:1", "review-edit-text:1", "review-next:0"];

        // Whoever clicks, however often: one decision on the line and one row of the audit, until it is taken back.
        foreach (var order in Gen.Int[0, clicks.Length - 1].Array[2, 5].Array[20].Single())
        {
            await Task.WhenAll(order.Select((click, at) => ClickAsync(bot, clicks[click], at % 2 == 0 ? Ines : Rita)));
            var status = (await bot.Get<ReviewQueue>().FindAsync(66, 1, TestContext.Current.CancellationToken))!.Status;
            var decisions = (await bot.Get<PersonalData>().ExportAsync(Ines.Id, TestContext.Current.CancellationToken)).Decisions
                .Concat((await bot.Get<PersonalData>().ExportAsync(Rita.Id, TestContext.Current.CancellationToken)).Decisions).ToList();
            var standing = decisions.Count(decision => decision.Kind != ModerationKind.Undone) - decisions.Count(decision => decision.Kind == ModerationKind.Undone);
            Assert.Equal(status == ContributionStatus.Pending ? 0 : 1, standing);
            await bot.AnswerAsync(As(Ines, bot.Command("telenovela-review undo")));
            await bot.AnswerAsync(As(Rita, bot.Command("telenovela-review undo")));
        }
    }

    [Theory]
    [InlineData("review-approve:1")]
    [InlineData("review-next:0")]
    [InlineData("report-close:1")]
    public async Task Refuses_A_Click_When_The_Permission_Is_Gone(string button)
    {
        await using var bot = await WithLinesAsync();

        var answer = await bot.AnswerAsync(Press(bot, button) with { User = Ines, MemberPermissions = 0 });

        Assert.Contains("Only moderators", answer.Content, StringComparison.Ordinal);
        Assert.Equal(2, await bot.Get<ReviewQueue>().CountAsync(66, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Lets_A_Role_Review_When_The_Administrators_Chose_It()
    {
        await using var bot = await WithLinesAsync();
        await bot.AnswerAsync(bot.Command("telenovela-admin reviewers", new CommandOptionValue("role", 55UL)) with { User = Ines, MemberPermissions = 1UL << 5 });

        var decided = await bot.AnswerAsync(Press(bot, "review-approve:1") with { User = Rita, MemberPermissions = 0, MemberRoles = [55] });

        Assert.Contains("accepted by <@21>", decided.Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_Other_Servers_Lines_Apart()
    {
        await using var bot = await WithLinesAsync();

        var answer = await bot.AnswerAsync(As(Ines, Press(bot, "review-approve:1")) with { GuildId = 67 });

        Assert.Contains("isn't there", answer.Content, StringComparison.Ordinal);
    }

    private static Interaction As(InteractionUser moderator, Interaction interaction) => interaction with { User = moderator, MemberPermissions = ManageMessages };

    private static Interaction Press(BotUnderTest bot, string customId) => bot.Press(customId, new CarryingMessage(1, "", []));

    private static async Task ClickAsync(BotUnderTest bot, string click, InteractionUser moderator)
    {
        var interaction = click switch
        {
            "review-reject-why:1" => bot.Submit(click, ("reason", "No, thanks")),
            "review-edit-text:1" => bot.Submit(click, ("text", "Other words than before.")),
            _ => Press(bot, click),
        };
        await bot.AnswerAsync(As(moderator, interaction));
    }

    private static async Task<BotUnderTest> WithLinesAsync()
    {
        var bot = await BotUnderTest.StartWithStoreAsync(settings: [("Interactions:QueueCapacity", "256")]);
        await bot.Get<ConsentRegister>().GiveAsync(9, ContributionTerms.Version, TestContext.Current.CancellationToken);
        await bot.AnswerAsync(bot.Submit(
            ContributeModal.HandlerName, (ContributionFields.TelenovelaField, "High Tide"), (ContributionFields.CharacterField, ""),
            (ContributionFields.TextField, "OFELIA: Your mother sold the piano to buy me a coat.\nCASTO: There are eleven stairs, and I fell down nine of them."),
            (ContributionFields.ArcField, "-"), (ContributionFields.LanguageField, "en")));
        Assert.Equal(2, await bot.Get<ReviewQueue>().CountAsync(66, TestContext.Current.CancellationToken));
        return bot;
    }
}
