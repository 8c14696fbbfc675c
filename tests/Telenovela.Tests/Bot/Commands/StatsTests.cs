using SkiaSharp;
using Telenovela.Bot.Commands.Contribute;
using Telenovela.Bot.Commands.Stats;
using Telenovela.Bot.Contributions;

namespace Telenovela.Tests.Bot.Commands;

public sealed class StatsTests
{
    private static readonly DayFigures[] Days = [new(new DateOnly(2026, 11, 1), 4, 1), new(new DateOnly(2026, 11, 3), 10, 9)];

    [Fact]
    public void Draws_Two_Rising_Curves_When_Lines_Were_Given()
    {
        using var picture = SKBitmap.Decode(GrowthChart.Draw(Days, "given", "accepted"));

        Assert.Equal((GrowthChart.Width, GrowthChart.Height), (picture.Width, picture.Height));
        var rose = Centre(picture, color => color is { Red: > 170, Green: < 60, Blue: > 60 and < 130 }, right: true);
        var green = Centre(picture, color => color is { Red: < 80, Green: > 100, Blue: < 80 }, right: true);
        Assert.True(rose < green, $"Given ends at {rose} pixels from the top, accepted at {green}.");
        Assert.True(rose < Centre(picture, color => color is { Red: > 170, Green: < 60, Blue: > 60 and < 130 }, right: false));
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
