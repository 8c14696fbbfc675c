using Telenovela.Bot.Commands.Contribute;
using Telenovela.Bot.Commands.ContributeScript;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Tests.Bot.Commands;

public sealed class ContributeScriptTests
{
    private const string Script =
        """
        Title: High Tide

        INT. LOBBY - NIGHT

        Rain.

        OFELIA
        Three signs on that door, and nobody has ever read the fourth.

        CASTO
        (from the stairs)
        I read it. It said that I should go, so I sat down.

        OFELIA
        Write to me at ofelia@example.com if you must.
        """;

    [Fact]
    public async Task Shows_What_Was_Understood_When_A_Script_Comes_And_Takes_It_When_Told_To()
    {
        await using var bot = await AgreedAsync(Script);

        var preview = await bot.AnswerAsync(Command(bot));
        var thanks = await bot.AnswerAsync(bot.Press(preview.Rows[0].Components[0].CustomId, BotUnderTest.Carrying(preview)));

        var shown = string.Join('\n', preview.Embeds[0].Fields.Select(field => $"{field.Name}: {field.Value}"));
        Assert.Contains("2 to submit, of 3", shown, StringComparison.Ordinal);
        Assert.Contains("OFELIA (2), CASTO (1)", shown, StringComparison.Ordinal);
        Assert.Contains("Left out", shown, StringComparison.Ordinal);
        Assert.True(thanks.ReplacesMessage);
        Assert.Equal(2, await bot.Get<ReviewQueue>().CountAsync(66, TestContext.Current.CancellationToken));
        Assert.Equal("(from the stairs) I read it. It said that I should go, so I sat down.", (await bot.Get<ReviewQueue>().FindAsync(66, 2, TestContext.Current.CancellationToken))!.Text);
    }

    [Fact]
    public async Task Keeps_Nothing_When_It_Is_Cancelled_Or_Was_Submitted_Already()
    {
        await using var bot = await AgreedAsync(Script);
        var preview = await bot.AnswerAsync(Command(bot));
        await bot.AnswerAsync(bot.Press(preview.Rows[0].Components[1].CustomId, BotUnderTest.Carrying(preview)));

        var answer = await bot.AnswerAsync(bot.Press(preview.Rows[0].Components[0].CustomId, BotUnderTest.Carrying(preview)));

        Assert.Contains("once more", answer.Content, StringComparison.Ordinal);
        Assert.Equal(0, await bot.Get<ReviewQueue>().CountAsync(66, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Takes_Nothing_When_Somebody_Else_Presses()
    {
        await using var bot = await AgreedAsync(Script);
        var preview = await bot.AnswerAsync(Command(bot));

        await bot.AnswerAsync(bot.Press(preview.Rows[0].Components[0].CustomId, BotUnderTest.Carrying(preview)) with { User = new InteractionUser(10, "Luis") });

        Assert.Equal(0, await bot.Get<ReviewQueue>().CountAsync(66, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Says_So_When_The_Preview_Has_Grown_Old()
    {
        await using var bot = await AgreedAsync(Script);
        var preview = await bot.AnswerAsync(Command(bot));
        bot.Clock.Advance(ScriptDrafts.Life + TimeSpan.FromSeconds(1));

        var answer = await bot.AnswerAsync(bot.Press(preview.Rows[0].Components[0].CustomId, BotUnderTest.Carrying(preview)));

        Assert.Contains("15 minutes", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_The_Preview_When_Too_Many_Lines_Wait()
    {
        await using var bot = await AgreedAsync(Script, ("Contributions:MostPendingOfScripts", "1"));
        var preview = await bot.AnswerAsync(Command(bot));

        var refusal = await bot.AnswerAsync(bot.Press(preview.Rows[0].Components[0].CustomId, BotUnderTest.Carrying(preview)));
        var again = await bot.AnswerAsync(bot.Press(preview.Rows[0].Components[0].CustomId, BotUnderTest.Carrying(preview)));

        Assert.Contains("2 lines", refusal.Content, StringComparison.Ordinal);
        Assert.Equal(refusal.Content, again.Content);
    }

    [Theory]
    [InlineData("a.exe", 10, null, "kinds of files")]
    [InlineData("a.srt", 2_000_000, null, "1 MB")]
    [InlineData("a.srt", 10, AttachmentProblem.TooLarge, "1 MB")]
    [InlineData("a.srt", 10, AttachmentProblem.WrongAddress, "attached to this command")]
    [InlineData("a.srt", 10, AttachmentProblem.Unreachable, "once more")]
    [InlineData("a.srt", 10, null, "no spoken lines")]
    public async Task Says_What_To_Do_When_The_File_Cannot_Be_Taken(string name, long size, AttachmentProblem? problem, string expected)
    {
        await using var bot = await AgreedAsync("");
        ((FakeAttachmentSource)bot.Get<IAttachmentSource>()).Problem = problem;

        var answer = await bot.AnswerAsync(Command(bot, name, size));

        Assert.Contains(expected, answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_For_Consent_First_When_There_Is_None()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();

        var terms = await bot.AnswerAsync(Command(bot));
        var answer = await bot.AnswerAsync(bot.Press(terms.Rows[0].Components[0].CustomId, BotUnderTest.Carrying(terms)));

        Assert.Contains("once more", answer.Content, StringComparison.Ordinal);
        Assert.True((await bot.Get<ConsentRegister>().OfAsync(9, TestContext.Current.CancellationToken)).Covers(ContributionTerms.Version));
    }

    private static async Task<BotUnderTest> AgreedAsync(string script, params (string Key, string Value)[] settings)
    {
        var bot = await BotUnderTest.StartWithStoreAsync(settings: settings);
        ((FakeAttachmentSource)bot.Get<IAttachmentSource>()).Text = script;
        await bot.Get<ConsentRegister>().GiveAsync(9, ContributionTerms.Version, TestContext.Current.CancellationToken);
        return bot;
    }

    private static Interaction Command(BotUnderTest bot, string name = "episode.fountain", long size = 500) => bot.New(InteractionType.Command) with
    {
        Command = new CommandData(
            7, "telenovela contribute-script",
            [new CommandOptionValue("file", 5UL), new CommandOptionValue("telenovela", "High Tide"), new CommandOptionValue("language", "en")])
        {
            Attachments = new Dictionary<ulong, AttachmentData> { [5] = new(5, name, new Uri("https://cdn.discordapp.com/attachments/1/5/x"), size, "text/plain") },
        },
    };
}
