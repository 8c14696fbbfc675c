using SkiaSharp;
using Telenovela.Bot.Commands.Contribute;
using Telenovela.Bot.Commands.Stats;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Tests.Bot.Commands;

public sealed class StatsTests
{
    private static readonly DayFigures[] Days = [new(new DateOnly(2026, 11, 1), 4, 1), new(new DateOnly(2026, 11, 3), 10, 9)];

    [Fact]
    public void Draws_Two_Rising_Curves_When_Lines_Were_Given()
    {
        using var picture = SKBitmap.Decode(GrowthChart.Draw(Days, "given", "accepted"));

        Assert.Equal((GrowthChart.Width, GrowthChart.Height), (picture.Width, picture.Height));
        var rose = Centre(picture, color => color is { Red: > 220, Green: > 70 and < 130, Blue: > 120 and < 180 }, right: true);
        var green = Centre(picture, color => color is { Red: > 100 and < 160, Green: > 180, Blue: > 100 and < 160 }, right: true);
        Assert.True(rose < green, $"Given ends at {rose} pixels from the top, accepted at {green}.");
        Assert.True(rose < Centre(picture, color => color is { Red: > 220, Green: > 70 and < 130, Blue: > 120 and < 180 }, right: false));
    }

    [Fact]
    public void Is_A_Dark_Picture_With_Light_Writing()
    {
        using var picture = SKBitmap.Decode(GrowthChart.Draw(Days, "given", "accepted"));
        var light = picture.Pixels.Average(color => (color.Red + color.Green + color.Blue) / 3.0);

        Assert.InRange(light, 20, 80);
        Assert.Contains(picture.Pixels, color => color is { Red: > 200, Green: > 200, Blue: > 200 });
    }

    [Fact]
    public async Task Counts_Votes_On_What_Was_Written_Here()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        var stop = TestContext.Current.CancellationToken;
        var votes = bot.Get<FeedbackStore>();
        var cast = new[]
        {
            (1UL, 66UL, 9UL, VoteValue.Up), (1UL, 66UL, 10UL, VoteValue.Up),
            (2UL, 66UL, 9UL, VoteValue.Down), (3UL, 67UL, 9UL, VoteValue.Up),
        };
        foreach (var (message, guild, person, value) in cast)
        {
            await votes.VoteAsync(new RatedMessage(message, 1, guild, "tide-1", 7, "{}", "ANA: No."), person, value, stop);
        }

        var here = await bot.AnswerAsync(bot.Command("telenovela stats"));
        var nowhere = await bot.AnswerAsync(bot.Command("telenovela stats") with { GuildId = 68 });

        Assert.Contains(here.Embeds[0].Fields, field => field is { Name: "Votes on what I wrote", Value: "👍 2 · 👎 1" });
        Assert.Contains(nowhere.Embeds[0].Fields, field => field is { Name: "Votes on what I wrote", Value: "👍 0 · 👎 0" });
    }

    [Fact]
    public void Draws_Another_Picture_When_The_Figures_Are_Others() =>
        Assert.NotEqual(GrowthChart.Draw(Days, "given", "accepted"), GrowthChart.Draw([Days[0], Days[1] with { Approved = 2 }], "given", "accepted"));

    [Fact]
    public async Task Counts_What_Was_Given_Here_When_Asked()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        var empty = await bot.AnswerAsync(bot.Command("telenovela stats"));
        await bot.Get<ConsentRegister>().GiveAsync(9, ContributionTerms.Version, TestContext.Current.CancellationToken);
        await bot.AnswerAsync(bot.Submit(
            ContributeModal.HandlerName, (ContributionFields.TelenovelaField, "High Tide"), (ContributionFields.CharacterField, "Casto"),
            (ContributionFields.TextField, "There are eleven stairs, and I fell down nine of them."), (ContributionFields.ArcField, "-"), (ContributionFields.LanguageField, "en")));

        var stats = await bot.AnswerAsync(bot.Command("telenovela stats"));

        Assert.Empty(empty.Files);
        Assert.Contains("Lines: **1** · people: **1**", stats.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Contains(stats.Embeds[0].Fields, field => field.Value.Contains("High Tide: ✅ 0 · ⏳ 1 · ❌ 0", StringComparison.Ordinal));
        Assert.Contains("1 given and 0 accepted", stats.Files.Single().Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "How the models have learned", "on schedule · ✅ promoted · new lines: 42 · `en` 1.1648→1.1602 · `20261126-030011`")]
    [InlineData("es-ES", "Cómo han aprendido los modelos", "según el horario · ✅ aceptada · líneas nuevas: 42 · `en` 1,1648→1,1602 · `20261126-030011`")]
    public async Task Tells_How_The_Models_Learned_When_They_Did(string locale, string name, string line)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        await bot.PromoteAsync("20261125-030011", NightRuns.Model(champion: 1.2, challenger: 1.1648));
        var once = await bot.AnswerAsync(bot.Command("telenovela stats"));
        await bot.AddAsync(RunState.Rejected, new RunReport { Models = [NightRuns.Model(passes: false)] });
        await bot.PromoteAsync("20261126-030011");

        var twice = await bot.AnswerAsync(bot.Command("telenovela stats") with { Locale = locale });

        Assert.Empty(once.Files);
        var field = Assert.Single(twice.Embeds[0].Fields, field => field.Name == name);
        Assert.EndsWith(line, field.Value.Split('\n')[0], StringComparison.Ordinal);
        Assert.Equal(2, field.Value.Split('\n').Length);
        Assert.Equal("generations.png", Assert.Single(twice.Files).Name);
    }

    [Fact]
    public async Task Stays_Within_An_Embed_When_The_Models_Have_Learned_Often()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        for (var at = 0; at < 8; at++)
        {
            await bot.PromoteAsync($"2026112{at}-030011", [.. Enumerable.Range(0, 9).Select(model => NightRuns.Model($"model-{model}", language: "language-x"))]);
        }

        var stats = await bot.AnswerAsync(bot.Command("telenovela stats") with { Locale = "es-ES" });

        Assert.All(stats.Embeds[0].Fields, field => Assert.InRange(field.Value.Length, 1, 1024));
        Assert.InRange(stats.Files[0].Description.Length, 1, 1024);
    }

    /// <summary>How far from the top, on average, the pixels of a colour are, near the right or the left edge of the plot.</summary>
    private static double Centre(SKBitmap picture, Func<SKColor, bool> isIt, bool right)
    {
        var rows = new List<int>();
        for (var x = right ? picture.Width * 85 / 100 : picture.Width * 45 / 100; x < picture.Width * (right ? 95 : 55) / 100; x++)
        {
            for (var y = 0; y < picture.Height; y++)
            {
                if (isIt(picture.GetPixel(x, y)))
                {
                    rows.Add(y);
                }
            }
        }

        Assert.NotEmpty(rows);
        return rows.Average();
    }
}
