using Telenovela.Bot.Commands.Generate;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Tests.Bot.Commands;

public sealed class GenerateTests
{
    [Fact]
    public async Task Passes_Every_Option_On_When_All_Are_Given()
    {
        await using var bot = await BotUnderTest.StartAsync();

        var message = await AnswerAsync(bot, bot.Command(
            "telenovela generate",
            new CommandOptionValue("telenovela", "la_sal"),
            new CommandOptionValue("prompt", "  ¡No te vayas! "),
            new CommandOptionValue("length", 50L),
            new CommandOptionValue("temperature", 1L),
            new CommandOptionValue("seed", 7L)));

        var request = Assert.Single(bot.Writer.Requests);
        Assert.Equal(("la_sal", "¡No te vayas!", 50, 1.0, 7L), (request.Telenovela, request.Prompt, request.Length, request.Temperature, request.Seed));
        var embed = message.Embeds.Single();
        Assert.Equal("La sal y el azahar", embed.Title);
        Assert.Equal("**¡No te vayas!**MARISOL: seed 7!", embed.Description);
        Assert.Equal("written by sal-1 · seed 7 · temperature 1", embed.Footer);
    }

    [Fact]
    public async Task Gives_The_Same_Text_When_The_Same_Interaction_Comes_Without_A_Seed()
    {
        await using var one = await BotUnderTest.StartAsync();
        await using var other = await BotUnderTest.StartAsync();

        var first = await AnswerAsync(one, one.Command("telenovela generate"));
        var second = await AnswerAsync(other, other.Command("telenovela generate"));

        Assert.Equal(first.Embeds.Single(), second.Embeds.Single() with { Fields = first.Embeds.Single().Fields });
    }

    [Fact]
    public async Task Names_What_There_Is_When_The_Telenovela_Is_Unknown()
    {
        await using var bot = await BotUnderTest.StartAsync();

        await bot.SendAsync(bot.Command("telenovela generate", new CommandOptionValue("telenovela", "*dallas*")));

        var (way, message) = await bot.Channel.NextAsync();
        Assert.Equal("private", way);
        Assert.Equal(@"I haven't learned the telenovela “\*dallas\*”. I know: **High Tide**, **La sal y el azahar**.", message.Content);
    }

    [Theory]
    [InlineData("length", 5L)]
    [InlineData("length", 99_999L)]
    [InlineData("temperature", -1L)]
    [InlineData("seed", -1L)]
    public async Task Says_The_Limits_When_An_Option_Is_Out_Of_Range(string option, long value)
    {
        await using var bot = await BotUnderTest.StartAsync();

        await bot.SendAsync(bot.Command("telenovela generate", new CommandOptionValue(option, value)));

        Assert.Contains($"**{option}** must lie between", (await bot.Channel.NextAsync()).Message.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggests_Telenovelas_In_The_Persons_Language_First_When_Typing()
    {
        await using var bot = await BotUnderTest.StartAsync();
        var typing = bot.Command("telenovela generate", new CommandOptionValue("telenovela", "", Focused: true)) with
        {
            Type = InteractionType.Autocomplete,
            Locale = "es-419",
        };

        var all = Assert.IsType<ChoicesReply>(await bot.SendAsync(typing));
        var some = Assert.IsType<ChoicesReply>(await bot.SendAsync(bot.Command(
            "telenovela generate", new CommandOptionValue("telenovela", "TIDE", Focused: true)) with
        { Type = InteractionType.Autocomplete }));

        Assert.Equal(["la_sal", "high_tide"], all.Choices.Select(choice => choice.Value));
        Assert.Equal(["high_tide"], some.Choices.Select(choice => choice.Value));
    }

    [Fact]
    public async Task Writes_Again_From_The_Same_Prompt_When_Again_Is_Pressed()
    {
        await using var bot = await BotUnderTest.StartAsync();
        var message = await AnswerAsync(bot, bot.Command(
            "telenovela generate", new CommandOptionValue("prompt", "a*b"), new CommandOptionValue("length", 60L), new CommandOptionValue("seed", 1L)));

        await AnswerAsync(bot, bot.Press(ButtonOf(message, 0).CustomId, Carry(message)));

        var again = bot.Writer.Requests[1];
        Assert.Equal(("high_tide", "a*b", 60, 0.8), (again.Telenovela, again.Prompt, again.Length, again.Temperature));
        Assert.NotEqual(1, again.Seed);
    }

    [Fact]
    public async Task Carries_On_From_The_Last_Words_When_Continue_Is_Pressed()
    {
        await using var bot = await BotUnderTest.StartAsync();
        bot.Writer.Text = (_, _) => string.Join("\n\n", Enumerable.Repeat("¡Escuincla *babosa*!", 20));
        var message = await AnswerAsync(bot, bot.Command("telenovela generate"));

        var next = await AnswerAsync(bot, bot.Press(ButtonOf(message, 1).CustomId, Carry(message)));

        var prompt = bot.Writer.Requests[1].Prompt!;
        Assert.InRange(prompt.Length, 100, GeneratedMessage.ContinuationContext);
        Assert.EndsWith("¡Escuincla *babosa*!", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n", prompt, StringComparison.Ordinal);
        Assert.False(prompt.Contains('\\', StringComparison.Ordinal));
        Assert.Equal(prompt, GeneratedMessage.PromptOf(Carry(next)));
    }

    [Fact]
    public async Task Refuses_In_Words_When_A_Custom_Id_Was_Forged()
    {
        await using var bot = await BotUnderTest.StartAsync();

        foreach (var forged in new[] { "generate-again:999999:0.8:high_tide", "generate-again", "generate-continue:50:9:x", "generate-again:50:NaN:x" })
        {
            await bot.SendAsync(bot.Press(forged, new CarryingMessage(1, "", ["text"])));
            Assert.Contains("I don't know that any more", (await bot.Channel.NextAsync()).Message.Content, StringComparison.Ordinal);
        }

        Assert.Empty(bot.Writer.Requests);
    }

    [Fact]
    public async Task Fits_In_Discords_Limits_When_Everything_Is_As_Long_As_Allowed()
    {
        await using var bot = await BotUnderTest.StartAsync();
        bot.Writer.Text = (request, _) => new string('*', request.Length);

        var message = await AnswerAsync(bot, bot.Command(
            "telenovela generate",
            new CommandOptionValue("prompt", new string('_', GenerationSettings.MaxPrompt)),
            new CommandOptionValue("length", (long)GenerationSettings.MaxLength)));

        Assert.InRange(message.Embeds.Single().Description!.Length, 3000, 4096);
        Assert.All(message.Rows.SelectMany(row => row.Components), component => Assert.InRange(component.CustomId.Length, 1, 100));
    }

    [Fact]
    public async Task Writes_Nowhere_What_The_Server_Does_Not_Want()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        await bot.Get<GuildSettingsStore>().AddWordsAsync(66, "en", ["scoundrel"], TestContext.Current.CancellationToken);

        var message = await AnswerAsync(bot, bot.Command("telenovela generate"));
        await AnswerAsync(bot, bot.Press(ButtonOf(message, 0).CustomId, Carry(message)));
        await AnswerAsync(bot, bot.Press(ButtonOf(message, 1).CustomId, Carry(message)));
        await AnswerAsync(bot, bot.Command("telenovela generate") with { GuildId = 67 });

        Assert.Equal([true, true, true, false], bot.Writer.Requests.Select(request => request.Unwanted!.EndsIn("You sc0undrel", "en")));
        Assert.All(bot.Writer.Requests, request => Assert.True(request.Unwanted!.EndsIn("You xqzblockedword", "es")));
    }

    [Fact]
    public async Task Writes_Nothing_Behind_A_Prompt_That_The_Server_Does_Not_Want()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        await bot.Get<GuildSettingsStore>().AddWordsAsync(66, "en", ["scoundrel"], TestContext.Current.CancellationToken);

        await bot.SendAsync(bot.Command("telenovela generate", new CommandOptionValue("prompt", "Oh you Sc0undrel!")));
        var (way, refusal) = await bot.Channel.NextAsync();

        Assert.Equal(("private", "The word “Sc0undrel” isn't written here. Begin with other words."), (way, refusal.Content));
        Assert.Empty(bot.Writer.Requests);
    }

    private static Button ButtonOf(MessageReply message, int at) => Assert.IsType<Button>(message.Rows[0].Components[at]);

    private static CarryingMessage Carry(MessageReply message) => new(5, message.Content, [.. message.Embeds.Select(embed => embed.Description ?? "")]);

    private static async Task<MessageReply> AnswerAsync(BotUnderTest bot, Interaction interaction)
    {
        Assert.IsType<DeferredReply>(await bot.SendAsync(interaction));
        var (way, message) = await bot.Channel.NextAsync();
        Assert.Equal("edit", way);
        return message;
    }
}
