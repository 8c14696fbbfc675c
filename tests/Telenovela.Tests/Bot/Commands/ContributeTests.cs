using Telenovela.Bot.Commands.Contribute;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Tests.Bot.Commands;

public sealed class ContributeTests
{
    private const string Line = "The lamp was lit when I came in, and nobody lights lamps for nobody.";

    [Fact]
    public async Task Shows_The_Terms_First_When_Somebody_Has_Not_Agreed()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();

        var terms = await bot.AnswerAsync(bot.Command("telenovela contribute", new CommandOptionValue("telenovela", "High Tide")));
        var form = await bot.SendAsync(bot.Press(Button(terms, 0), BotUnderTest.Carrying(terms)));

        Assert.True(terms.Ephemeral);
        Assert.Contains("CC0-1.0", terms.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Equal("High Tide", Field(form, ContributionFields.TelenovelaField));
        Assert.True((await bot.Get<ConsentRegister>().OfAsync(9, TestContext.Current.CancellationToken)).Covers(ContributionTerms.Version));
        Assert.IsType<ModalReply>(await bot.SendAsync(bot.Command("telenovela contribute")));
    }

    [Fact]
    public async Task Keeps_Nothing_When_The_Terms_Are_Declined()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        var terms = await bot.AnswerAsync(bot.Command("telenovela contribute"));

        var answer = await bot.AnswerAsync(bot.Press(Button(terms, 1), BotUnderTest.Carrying(terms)));

        Assert.True(answer.ReplacesMessage);
        Assert.Equal(ConsentStatus.None, await bot.Get<ConsentRegister>().OfAsync(9, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Asks_Again_When_The_Terms_Have_Changed_Since_They_Were_Shown()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();

        var answer = await bot.AnswerAsync(bot.Press("consent:0:Form", new CarryingMessage(1, "", [])));

        Assert.Contains("consent:1:Form", Button(answer, 0), StringComparison.Ordinal);
        Assert.Equal(ConsentStatus.None, await bot.Get<ConsentRegister>().OfAsync(9, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Puts_The_Line_In_The_Queue_When_It_Is_Fine()
    {
        await using var bot = await AgreedAsync();

        var answer = await bot.AnswerAsync(Form(bot, Line, character: "Ofelia"));

        Assert.Contains(Line, answer.Embeds[0].Description, StringComparison.Ordinal);
        var waiting = await bot.Get<ReviewQueue>().NextAsync(66, 0, TestContext.Current.CancellationToken);
        Assert.Equal(("Ofelia", Line, "lost-love", "en"), (waiting!.Character, waiting.Text, waiting.Arc, waiting.Language));
    }

    [Fact]
    public async Task Tells_The_Giver_What_The_Moderators_Will_Notice()
    {
        await using var bot = await AgreedAsync();

        var noticed = await bot.AnswerAsync(Form(bot, "AAAAAA!"));
        var fine = await bot.AnswerAsync(Form(bot, Line));

        var field = Assert.Single(noticed.Embeds[0].Fields);
        Assert.Equal("The checks noticed, and the moderators see it", field.Name);
        Assert.Contains("one letter again and again", field.Value, StringComparison.Ordinal);
        Assert.Empty(fine.Embeds[0].Fields);
    }

    [Fact]
    public async Task Says_What_To_Change_And_Keeps_The_Text_When_A_Check_Refuses()
    {
        await using var bot = await AgreedAsync();
        const string Typed = "OFELIA: Look at http://example.com\nCASTO: `Never` ```again```.";

        var refusal = await bot.AnswerAsync(Form(bot, Typed));
        var form = await bot.SendAsync(bot.Press(Button(refusal, 0), BotUnderTest.Carrying(refusal)));

        Assert.Equal("contribute-edit", Button(refusal, 0));
        Assert.StartsWith("- ", refusal.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Equal(Typed.Replace("```", "'''", StringComparison.Ordinal), Field(form, ContributionFields.TextField));
        Assert.Equal("High Tide", Field(form, ContributionFields.TelenovelaField));
        Assert.Null(await bot.Get<ReviewQueue>().NextAsync(66, 0, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Fits_Into_A_Message_When_The_Longest_Text_Is_Refused()
    {
        await using var bot = await AgreedAsync();
        var typed = string.Concat(Enumerable.Range(0, 45).Select(at => $"http://a{at}.example {new string('x', 79)}\n"))[..ContributionForm.MostText];

        var refusal = await bot.AnswerAsync(Form(bot, typed));

        Assert.True(refusal.Embeds.Sum(embed => (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0)) <= 6000);
        Assert.All(refusal.Embeds, embed => Assert.True(embed.Description!.Length <= 4096));
        Assert.Equal(typed, ContributionFields.FromKept(refusal.Embeds[1].Description!, refusal.Embeds[2].Description!)!.Text);
    }

    [Fact]
    public async Task Keeps_The_Text_When_Consent_Was_Withdrawn_While_Typing()
    {
        await using var bot = await AgreedAsync();
        await bot.Get<ConsentRegister>().WithdrawAsync(9, TestContext.Current.CancellationToken);

        var terms = await bot.AnswerAsync(Form(bot, Line));
        var form = await bot.SendAsync(bot.Press(Button(terms, 0), BotUnderTest.Carrying(terms)));

        Assert.Equal(Line, Field(form, ContributionFields.TextField));
    }

    [Theory]
    [InlineData(ContributePolicy.Nobody, "takes no lines")]
    [InlineData(ContributePolicy.Roles, "<@&55>")]
    public async Task Refuses_When_The_Server_Does_Not_Let_This_Member_Contribute(ContributePolicy policy, string expected)
    {
        await using var bot = await AgreedAsync();
        await bot.Get<GuildSettingsStore>().ChangeAsync(66, settings => (settings.Policy, settings.ContributorRoles) = (policy, [55]), TestContext.Current.CancellationToken);

        var answer = await bot.AnswerAsync(bot.Command("telenovela contribute"));

        Assert.Contains(expected, answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_Lines_When_The_Member_Has_The_Role()
    {
        await using var bot = await AgreedAsync();
        await bot.Get<GuildSettingsStore>().ChangeAsync(66, settings => (settings.Policy, settings.ContributorRoles) = (ContributePolicy.Roles, [55]), TestContext.Current.CancellationToken);

        Assert.IsType<ModalReply>(await bot.SendAsync(bot.Command("telenovela contribute") with { MemberRoles = [54, 55] }));
    }

    [Fact]
    public async Task Refuses_Other_Languages_When_The_Server_Has_Chosen_One()
    {
        await using var bot = await AgreedAsync();
        await bot.Get<GuildSettingsStore>().ChangeAsync(66, settings => settings.Languages = ["es"], TestContext.Current.CancellationToken);

        var refusal = await bot.AnswerAsync(Form(bot, Line));

        Assert.Contains("Spanish", refusal.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Equal("contribute-edit", Button(refusal, 0));
    }

    [Fact]
    public async Task Says_When_To_Come_Back_When_The_Days_Lines_Are_Given()
    {
        await using var bot = await AgreedAsync(("Contributions:LinesPerDay", "2"));
        await bot.AnswerAsync(Form(bot, Line));
        await bot.AnswerAsync(Form(bot, "The tide goes out at seven; it doesn't wait for anybody's mother."));

        var refusal = await bot.AnswerAsync(Form(bot, "Whoever took the silver spoons left us the forks, and I call that manners."));
        bot.Clock.Advance(TimeSpan.FromDays(1));
        var answer = await bot.AnswerAsync(Form(bot, "Whoever took the silver spoons left us the forks, and I call that manners."));

        Assert.Contains($"<t:{new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()}:R>", refusal.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Contains("Thank you", answer.Embeds[0].Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_The_Text_When_There_Is_No_Room_For_The_Work()
    {
        await using var bot = await AgreedAsync(("Interactions:Workers", "1"), ("Interactions:QueueCapacity", "1"));
        await bot.StopAsync();
        var refusals = new List<Reply>();
        for (var at = 0; at < 4; at++)
        {
            refusals.Add(await bot.SendAsync(Form(bot, Line)));
        }

        var full = Assert.IsType<MessageReply>(refusals[^1]);
        Assert.Equal("contribute-edit", Button(full, 0));
        Assert.Equal(Line, ContributionFields.FromKept(full.Embeds[1].Description!, full.Embeds[2].Description!)!.Text);
    }

    [Fact]
    public async Task Lets_People_Give_And_Decide_Without_The_Pause_Of_Generating()
    {
        await using var bot = await AgreedAsync(("Interactions:CooldownSeconds", "60"));
        await bot.AnswerAsync(bot.Command("telenovela generate"));

        var answer = await bot.AnswerAsync(Form(bot, Line));
        var generate = await bot.AnswerAsync(bot.Command("telenovela generate"));

        Assert.Contains("Thank you", answer.Embeds[0].Title, StringComparison.Ordinal);
        Assert.Contains("Patience", generate.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_In_Words_When_It_Is_Used_In_A_Direct_Message()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();

        var answer = await bot.AnswerAsync(bot.Command("telenovela contribute") with { GuildId = null });

        Assert.Contains("in a server", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_In_Spanish_When_The_Person_Speaks_It()
    {
        await using var bot = await AgreedAsync();

        var form = Assert.IsType<ModalReply>(await bot.SendAsync(bot.Command("telenovela contribute") with { Locale = "es-419" }));

        Assert.Equal("Regala líneas", form.Title);
        Assert.Contains(
            form.Fields,
            field => field.Input is SelectMenu menu
                && menu.Options.Any(option => option is { Label: "El de la telenovela y las líneas", Default: true }));
    }

    [Theory]
    [InlineData("La sal y el azahar", "SILVANO", "No, Ana.", "en-US", "es")]
    [InlineData("la sal y el AZAHAR", "", "ANA: Yo no me voy de esta casa sin saber quién me dejó la carta.", "en-US", "es")]
    [InlineData("High Tide", "ANA", "The lamp was lit when I came in.", "es-419", "en")]
    [InlineData("Nueva", "ANA", "Yo no me voy de esta casa sin saber quién me dejó la carta.", "en-US", "es")]
    [InlineData("Nueva", "Silvano", "No, Ana.", "en-US", "es")]
    [InlineData("Nueva", "ANA", "No, Silvia.", "es-ES", "es")]
    [InlineData("Nueva", "ANA", "No, Silvia.", "en-US", "en")]
    [InlineData("Nueva", "ANA", "No, Silvia.", "fr", "en")]
    public async Task Finds_The_Language_When_Nobody_Says_It(
        string telenovela, string character, string text, string locale, string expected)
    {
        await using var bot = await AgreedAsync();

        await bot.AnswerAsync(Form(bot, text, character, telenovela, ContributionFields.AnyLanguage) with { Locale = locale });

        Assert.Equal(expected, (await bot.Get<ReviewQueue>().NextAsync(66, 0, TestContext.Current.CancellationToken))!.Language);
    }

    [Fact]
    public async Task Goes_By_The_Lines_Given_Before_And_By_What_The_Server_Takes()
    {
        await using var bot = await AgreedAsync();
        await bot.AnswerAsync(Form(bot, "No, Silvia.", "ANA", "Nueva", "es"));
        await bot.AnswerAsync(Form(bot, "No, Marta.", "ANA", "Nueva", ContributionFields.AnyLanguage));
        await bot.Get<GuildSettingsStore>().ChangeAsync(66, settings => settings.Languages = ["es"], TestContext.Current.CancellationToken);
        await bot.AnswerAsync(Form(bot, "No, Carmen.", "ANA", "Otra", ContributionFields.AnyLanguage));

        for (var id = 1; id <= 3; id++)
        {
            Assert.Equal("es", (await bot.Get<ReviewQueue>().FindAsync(66, id, TestContext.Current.CancellationToken))!.Language);
        }
    }

    [Fact]
    public async Task Replaces_The_Terms_When_The_Form_Under_Them_Is_Sent()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        var terms = await bot.AnswerAsync(bot.Command("telenovela contribute"));
        await bot.SendAsync(bot.Press(Button(terms, 0), BotUnderTest.Carrying(terms)));

        var form = Form(bot, Line);
        form = form with { Modal = form.Modal! with { Message = BotUnderTest.Carrying(terms) } };
        var deferred = Assert.IsType<DeferredReply>(await bot.SendAsync(form));
        var thanks = (await bot.Channel.NextAsync()).Message;

        Assert.True(deferred.ReplacesMessage);
        Assert.Contains("Thank you", thanks.Embeds[0].Title, StringComparison.Ordinal);
        Assert.Empty(thanks.Rows);
    }

    [Fact]
    public async Task Does_Not_Say_That_Nothing_Was_Kept_When_The_Terms_Were_Agreed_To_Before()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        var terms = await bot.AnswerAsync(bot.Command("telenovela contribute"));
        await bot.SendAsync(bot.Press(Button(terms, 0), BotUnderTest.Carrying(terms)));

        var declined = await bot.AnswerAsync(bot.Press(Button(terms, 1), BotUnderTest.Carrying(terms)));

        Assert.StartsWith("You agreed before, and that stands.", declined.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_What_Was_Typed_As_New_When_No_Telenovela_Has_That_Name()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();

        var typing = bot.Command("telenovela contribute", new CommandOptionValue("telenovela", "El último tren", Focused: true)) with { Type = InteractionType.Autocomplete };
        var choices = Assert.IsType<ChoicesReply>(await bot.SendAsync(typing));

        Assert.Equal(("New: El último tren", "El último tren"), (choices.Choices[0].Name, choices.Choices[0].Value));
    }

    private static async Task<BotUnderTest> AgreedAsync(params (string Key, string Value)[] settings)
    {
        var bot = await BotUnderTest.StartWithStoreAsync(settings: settings);
        await bot.Get<ConsentRegister>().GiveAsync(9, ContributionTerms.Version, TestContext.Current.CancellationToken);
        return bot;
    }

    private static Interaction Form(
        BotUnderTest bot, string lines, string character = "Casto", string telenovela = "High Tide", string language = "en") => bot.Submit(
        ContributeModal.HandlerName,
        (ContributionFields.TelenovelaField, telenovela), (ContributionFields.CharacterField, character),
        (ContributionFields.TextField, lines), (ContributionFields.ArcField, "lost-love"),
        (ContributionFields.LanguageField, language));

    private static string Button(MessageReply message, int at) => message.Rows[0].Components[at].CustomId;

    private static string? Field(Reply form, string field) => Assert.IsType<ModalReply>(form).Fields.Select(one => one.Input).OfType<TextInput>().Single(input => input.CustomId == field).Value;
}
