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
    public async Task Shows_The_Next_Line_At_Once_When_One_Is_Decided()
    {
        await using var bot = await WithLinesAsync();

        var next = await bot.AnswerAsync(As(Ines, Press(bot, "review-approve:1")));
        var last = await bot.AnswerAsync(As(Ines, bot.Submit("review-reject-why:2", ("reason", "Too many stairs"))));

        Assert.True(next.ReplacesMessage);
        Assert.StartsWith("✅ Line #1 accepted: **OFELIA**: Your mother sold the piano", next.Content, StringComparison.Ordinal);
        Assert.Contains("There are eleven stairs", next.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Equal(["review-approve:2", "review-edit:2", "review-reject:2", "review-next:2", "review-undo:1"], Ids(next));
        Assert.True(last.ReplacesMessage);
        Assert.StartsWith("❌ Line #2 rejected:", last.Content, StringComparison.Ordinal);
        Assert.Contains("Too many stairs", last.Content, StringComparison.Ordinal);
        Assert.EndsWith("Nothing waits. Time for a coffee.", last.Content, StringComparison.Ordinal);
        Assert.Equal(["review-undo:2"], Ids(last));
    }

    [Fact]
    public async Task Shows_A_Line_Again_When_Its_Decision_Is_Taken_Back_Under_The_Next_One()
    {
        await using var bot = await WithLinesAsync();
        await bot.AnswerAsync(As(Ines, Press(bot, "review-approve:1")));

        var others = await bot.AnswerAsync(As(Rita, Press(bot, "review-undo:1")));
        var own = await bot.AnswerAsync(As(Ines, Press(bot, "review-undo:1")));

        Assert.Contains("no decision of yours", others.Content, StringComparison.Ordinal);
        Assert.True(own.ReplacesMessage);
        Assert.Equal("Line #1 waits again. You had accepted it.", own.Content);
        Assert.Contains("Your mother sold the piano", own.Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decides_On_The_Rest_At_Once_And_Takes_It_Back()
    {
        await using var bot = await WithLinesAsync();
        var shown = await bot.AnswerAsync(As(Ines, bot.Command("telenovela-review next")));
        Assert.Equal(["review-rest:Approved:Submission:2:1", "review-rest:Rejected:Submission:2:1"], Ids(shown).Skip(4));

        var approved = await bot.AnswerAsync(As(Ines, Press(bot, "review-rest:Approved:Submission:2:1")));
        var undone = await bot.AnswerAsync(As(Ines, Press(bot, Ids(approved).Single())));
        var form = Assert.IsType<ModalReply>(await bot.SendAsync(As(Ines, Press(bot, "review-rest:Rejected:Giver:2:1"))));
        var rejected = await bot.AnswerAsync(As(Ines, bot.Submit(form.CustomId, ("reason", "All from a real show"))));
        var late = await bot.AnswerAsync(As(Rita, Press(bot, "review-rest:Approved:Submission:2:1")));

        Assert.Equal("✅ 2 lines accepted\nNothing waits. Time for a coffee.", approved.Content);
        Assert.Equal("2 lines wait again. You had accepted them.", undone.Content);
        Assert.Equal("❌ 2 lines rejected\n> All from a real show\nNothing waits. Time for a coffee.", rejected.Content);
        Assert.DoesNotContain("accepted", late.Content, StringComparison.Ordinal);
        var line = await bot.Get<ReviewQueue>().FindAsync(66, 2, TestContext.Current.CancellationToken);
        Assert.Equal(ContributionStatus.Rejected, line!.Status);
    }

    [Theory]
    [InlineData("review-rest")]
    [InlineData("review-rest:Edited:Submission:2:1")]
    [InlineData("review-rest:Approved:Everything:2:1")]
    [InlineData("review-rest:Approved:Submission:1")]
    public async Task Decides_Nothing_When_The_Id_Of_A_Button_For_The_Rest_Is_Forged(string customId)
    {
        await using var bot = await WithLinesAsync();

        await bot.AnswerAsync(As(Ines, Press(bot, customId)));
        await bot.AnswerAsync(Press(bot, "review-rest:Approved:Submission:2:1") with { User = Ines, MemberPermissions = 0 });
        await bot.AnswerAsync(As(Ines, Press(bot, "review-rest:Approved:Submission:2:1")) with { GuildId = 67 });

        Assert.Equal(2, await bot.Get<ReviewQueue>().CountAsync(66, TestContext.Current.CancellationToken));
    }

    private static IEnumerable<string> Ids(MessageReply message) =>
        message.Rows.SelectMany(row => row.Components).Select(component => component.CustomId);

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

        Assert.Contains("Line #1 rejected", decided.Content, StringComparison.Ordinal);
        Assert.Contains("From a real show", decided.Content, StringComparison.Ordinal);
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

        Assert.Contains("Line #1 accepted", decided.Content, StringComparison.Ordinal);
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
