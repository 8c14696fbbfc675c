using System.Text;
using System.Text.Json.Nodes;
using Telenovela.Bot.Commands.Contribute;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Tests.Bot.Commands;

public sealed class MyDataTests
{
    [Fact]
    public async Task Shows_Ones_Own_Lines_Page_By_Page_When_Asked()
    {
        await using var bot = await WithLinesAsync(8);

        var first = await bot.AnswerAsync(bot.Command("telenovela my-data"));
        var second = await bot.AnswerAsync(bot.Press(Component(first, "Older"), BotUnderTest.Carrying(first)));

        Assert.Contains("`#8`", first.Embeds[0].Description, StringComparison.Ordinal);
        Assert.DoesNotContain("`#2`", first.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Contains("`#2`", second.Embeds[0].Description, StringComparison.Ordinal);
        Assert.DoesNotContain("`#3`", second.Embeds[0].Description, StringComparison.Ordinal);
        Assert.True(first.Ephemeral);
    }

    [Fact]
    public async Task Deletes_One_Line_When_It_Is_Chosen_And_Confirmed()
    {
        await using var bot = await WithLinesAsync(3);
        var page = await bot.AnswerAsync(bot.Command("telenovela my-data"));

        var sure = await bot.AnswerAsync(bot.New(InteractionType.Component) with { Component = new ComponentData("my-data-delete", ["2"], BotUnderTest.Carrying(page)) });
        var left = await bot.AnswerAsync(bot.Press(sure.Rows[0].Components[0].CustomId, BotUnderTest.Carrying(sure)));

        Assert.Contains("#2", left.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("`#2`", left.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Equal(2, await bot.Get<ReviewQueue>().CountAsync(66, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Deletes_Nothing_When_The_Line_Is_Somebody_Elses()
    {
        await using var bot = await WithLinesAsync(1);

        var answer = await bot.AnswerAsync(bot.Press("my-data-delete-yes:1", new CarryingMessage(1, "", [])) with { User = new InteractionUser(10, "Luis") });

        Assert.Contains("isn't there", answer.Content, StringComparison.Ordinal);
        Assert.Equal(1, await bot.Get<ReviewQueue>().CountAsync(66, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Gives_A_File_With_Everything_When_Exported()
    {
        await using var bot = await WithLinesAsync(2);

        var answer = await bot.AnswerAsync(bot.Press("my-data-export", new CarryingMessage(1, "", [])));

        var export = JsonNode.Parse(Encoding.UTF8.GetString(answer.Files.Single().Content.Span))!;
        Assert.Equal(2, export["lines"]!.AsArray().Count);
        Assert.Equal("Pending", (string?)export["lines"]![0]!["status"]);
        Assert.Equal(1, (int)export["consent"]!["version"]!);
        Assert.Equal("telenovela-my-data-2026-11-23.json", answer.Files[0].Name);
    }

    [Theory]
    [InlineData("delete", 0)]
    [InlineData("DELETE", 0)]
    [InlineData("yes", 2)]
    public async Task Deletes_Everything_When_The_Word_Was_Typed(string typed, int left)
    {
        await using var bot = await WithLinesAsync(2);
        Assert.IsType<ModalReply>(await bot.SendAsync(bot.Press("my-data-delete-all", new CarryingMessage(1, "", []))));

        await bot.AnswerAsync(bot.Submit("my-data-delete-all-word", ("word", typed)));

        var export = await bot.Get<PersonalData>().ExportAsync(9, TestContext.Current.CancellationToken);
        Assert.Equal(left, export.Lines.Count);
        Assert.Equal(left > 0, export.Consent.Version is not null);
    }

    [Fact]
    public async Task Takes_Nothing_More_When_Consent_Is_Withdrawn()
    {
        await using var bot = await WithLinesAsync(1);

        var page = await bot.AnswerAsync(bot.Press("my-data-withdraw", new CarryingMessage(1, "", [])));

        Assert.Contains("withdrawn", page.Content, StringComparison.Ordinal);
        Assert.Null(await bot.Get<ReviewQueue>().NextAsync(66, 0, TestContext.Current.CancellationToken));
        Assert.IsType<MessageReply>(await bot.SendAsync(bot.Command("telenovela contribute")));
    }

    [Theory]
    [InlineData("  Ana  de la Costa ", "Ana de la Costa")]
    [InlineData("", null)]
    public async Task Notes_A_Name_For_Credits_When_One_Is_Chosen(string typed, string? kept)
    {
        await using var bot = await WithLinesAsync(1);

        await bot.AnswerAsync(bot.Submit("my-data-credit-name", ("name", typed)));

        Assert.Equal(kept, (await bot.Get<ConsentRegister>().OfAsync(9, TestContext.Current.CancellationToken)).CreditName);
    }

    [Fact]
    public async Task Refuses_A_Name_When_It_Is_A_Link()
    {
        await using var bot = await WithLinesAsync(1);

        var answer = await bot.AnswerAsync(bot.Submit("my-data-credit-name", ("name", "discord.gg/evil")));

        Assert.Contains("without links", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_What_Is_Kept_When_Asked_For_Privacy()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();

        var english = await bot.AnswerAsync(bot.Command("telenovela privacy"));
        var spanish = await bot.AnswerAsync(bot.Command("telenovela privacy") with { Locale = "es-ES" });

        Assert.Contains(english.Embeds[0].Fields, field => field.Value.Contains("14 days", StringComparison.Ordinal));
        Assert.Equal("Privacidad", spanish.Embeds[0].Title);
    }

    private static string Component(MessageReply page, string label) =>
        page.Rows.SelectMany(row => row.Components).OfType<Button>().Single(button => button.Label == label).CustomId;

    private static async Task<BotUnderTest> WithLinesAsync(int count)
    {
        var bot = await BotUnderTest.StartWithStoreAsync();
        await bot.Get<ConsentRegister>().GiveAsync(9, ContributionTerms.Version, TestContext.Current.CancellationToken);
        for (var at = 1; at <= count; at++)
        {
            var answer = await bot.AnswerAsync(bot.Submit(
                ContributeModal.HandlerName, (ContributionFields.TelenovelaField, "High Tide"), (ContributionFields.CharacterField, "Casto"),
                (ContributionFields.TextField, Lines[at - 1]), (ContributionFields.ArcField, "-"), (ContributionFields.LanguageField, "en")));
            Assert.True(answer.Embeds[0].Title!.StartsWith("Thank", StringComparison.Ordinal), answer.Embeds[0].Description);
        }

        return bot;
    }

    private static readonly string[] Lines =
    [
        "The lamp was lit when I came in, and nobody lights lamps for nobody.", "Your mother sold the piano to buy me a coat.", "There are eleven stairs, and I fell down nine of them.",
        "He says that the letter was burned; then who is answering it?", "Put the fish back in the fountain, it has a name.", "I married the wrong brother twice, and both times it rained.",
        "Tell the judge that I was asleep, with witnesses.", "When the bell rings, don't open, it's only the past.",
    ];
}
