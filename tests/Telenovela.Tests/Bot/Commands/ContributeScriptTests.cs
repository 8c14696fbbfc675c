using Telenovela.Bot.Commands.Contribute;
using Telenovela.Bot.Commands.ContributeScript;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
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
    public async Task Goes_On_With_The_File_When_Consent_Is_Given_After_It_Was_Sent()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        var files = (FakeAttachmentSource)bot.Get<IAttachmentSource>();
        files.Text = Script;

        var terms = await bot.AnswerAsync(Command(bot));
        var others = await bot.AnswerAsync(
            bot.Press(Agree(terms), BotUnderTest.Carrying(terms)) with { User = new InteractionUser(10, "Luis") });
        var deferred = Assert.IsType<DeferredReply>(await bot.SendAsync(bot.Press(Agree(terms), BotUnderTest.Carrying(terms))));
        var preview = (await bot.Channel.NextAsync()).Message;
        var again = await bot.AnswerAsync(bot.Press(Agree(terms), BotUnderTest.Carrying(terms)));
        await bot.AnswerAsync(bot.Press(preview.Rows[0].Components[0].CustomId, BotUnderTest.Carrying(preview)));

        Assert.Contains("once more", others.Content, StringComparison.Ordinal);
        Assert.Equal((true, true), (deferred.ReplacesMessage, deferred.Ephemeral));
        Assert.True((await bot.Get<ConsentRegister>().OfAsync(9, TestContext.Current.CancellationToken)).Covers(ContributionTerms.Version));
        Assert.Contains("2 to submit, of 3", preview.Embeds[0].Fields[0].Value, StringComparison.Ordinal);
        Assert.Contains("that script was looked at", again.Content, StringComparison.Ordinal);
        Assert.Equal(2, await bot.Get<ReviewQueue>().CountAsync(66, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Asks_For_The_File_Again_When_It_Was_Forgotten_Before_Consent()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        var terms = await bot.AnswerAsync(Command(bot));
        bot.Clock.Advance(ScriptDrafts.Life + TimeSpan.FromSeconds(1));

        var answer = await bot.AnswerAsync(bot.Press(Agree(terms), BotUnderTest.Carrying(terms)));

        Assert.Contains("once more", answer.Content, StringComparison.Ordinal);
        Assert.True(answer.ReplacesMessage);
    }

    [Fact]
    public async Task Keeps_One_Script_Of_Each_Person_When_Many_Are_Sent_Before_Consent()
    {
        await using var bot = await AgreedAsync(Script);
        var preview = await bot.AnswerAsync(Command(bot));
        var luis = new InteractionUser(10, "Luis");
        MessageReply terms = preview;
        for (var i = 0; i < 70; i++)
        {
            terms = await bot.AnswerAsync(Command(bot) with { User = luis });
        }

        await bot.AnswerAsync(bot.Press(preview.Rows[0].Components[0].CustomId, BotUnderTest.Carrying(preview)));
        await bot.AnswerAsync(bot.Press(terms.Rows[0].Components[^1].CustomId, BotUnderTest.Carrying(terms)) with { User = luis });

        Assert.Equal(2, await bot.Get<ReviewQueue>().CountAsync(66, TestContext.Current.CancellationToken));
        Assert.Null(bot.Get<ScriptDrafts>().Take(Agree(terms).Split(':')[^1], 10));
    }

    [Fact]
    public async Task Keeps_The_File_When_It_Cannot_Be_Fetched_At_Once()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        var files = (FakeAttachmentSource)bot.Get<IAttachmentSource>();
        (files.Text, files.Problem) = (Script, AttachmentProblem.Unreachable);
        var terms = await bot.AnswerAsync(Command(bot));
        await bot.AnswerAsync(bot.Press(Agree(terms), BotUnderTest.Carrying(terms)));
        files.Problem = null;

        var preview = await bot.AnswerAsync(bot.Press(Agree(terms), BotUnderTest.Carrying(terms)));

        Assert.Contains("2 to submit, of 3", preview.Embeds[0].Fields[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_A_Spanish_Script_For_A_Spanish_Telenovela_When_The_Client_Is_English()
    {
        const string Spanish =
            "SILVANO\nYo no me voy de esta casa sin saber quién me dejó la carta.\n\n"
            + "ANA\nEntonces vas a tener que esperar aquí toda la noche.\n";
        await using var bot = await AgreedAsync(Spanish);

        foreach (var telenovela in new[] { "la_sal", "Algo nuevo" })
        {
            var preview = await bot.AnswerAsync(Command(bot, telenovela: telenovela, language: null));
            await bot.AnswerAsync(bot.Press(preview.Rows[0].Components[0].CustomId, BotUnderTest.Carrying(preview)));

            var line = await bot.Get<ReviewQueue>().NextAsync(66, 0, TestContext.Current.CancellationToken);
            Assert.Equal("es", line!.Language);
            await bot.Get<PersonalData>().DeleteAllAsync(9, TestContext.Current.CancellationToken);
            await bot.Get<ConsentRegister>().GiveAsync(9, ContributionTerms.Version, TestContext.Current.CancellationToken);
        }
    }

    private static string Agree(MessageReply terms) => terms.Rows[0].Components[0].CustomId;

    private static async Task<BotUnderTest> AgreedAsync(string script, params (string Key, string Value)[] settings)
    {
        var bot = await BotUnderTest.StartWithStoreAsync(settings: settings);
        ((FakeAttachmentSource)bot.Get<IAttachmentSource>()).Text = script;
        await bot.Get<ConsentRegister>().GiveAsync(9, ContributionTerms.Version, TestContext.Current.CancellationToken);
        return bot;
    }

    private static Interaction Command(
        BotUnderTest bot, string name = "episode.fountain", long size = 500, string telenovela = "High Tide", string? language = "en") =>
        bot.New(InteractionType.Command) with
        {
            Command = new CommandData(
            7, "telenovela contribute-script",
            [
                new CommandOptionValue("file", 5UL), new CommandOptionValue("telenovela", telenovela),
                .. language is null ? Array.Empty<CommandOptionValue>() : [new CommandOptionValue("language", language)],
            ])
            {
                Attachments = new Dictionary<ulong, AttachmentData>
                {
                    [5] = new(5, name, new Uri("https://cdn.discordapp.com/attachments/1/5/x"), size, "text/plain"),
                },
            },
        };
}
