using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Tests.Bot.Commands;

public sealed class AdminTests
{
    private const ulong ManageGuild = 1UL << 5;

    [Fact]
    public async Task Changes_Every_Setting_When_An_Administrator_Asks()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();

        await AdminAsync(bot, "channel", ("channel", 88UL));
        await AdminAsync(bot, "reviewers", ("role", 55UL));
        await AdminAsync(bot, "contributors", ("who", "Roles"), ("role", 56UL));
        await AdminAsync(bot, "languages", ("languages", "es"));
        await AdminAsync(bot, "limits", ("pause", 60L), ("generate-pause", 90L), ("lines-per-day", 12L));

        var settings = await bot.Get<GuildSettingsStore>().OfAsync(66, TestContext.Current.CancellationToken);
        Assert.Equal((88UL, ContributePolicy.Roles, 60, 90, 12), (settings.ReviewChannelId, settings.Policy, settings.ContributeCooldownSeconds, settings.GenerateCooldownSeconds, settings.LinesPerDay));
        Assert.Equal([55UL], settings.ReviewerRoles);
        Assert.Equal([56UL], settings.ContributorRoles);
        Assert.Equal(["es"], settings.Languages);
        var shown = await AdminAsync(bot, "show");
        Assert.Contains(shown.Embeds[0].Fields, field => field.Value.Contains("<@&55>", StringComparison.Ordinal));
        Assert.Contains(shown.Embeds[0].Fields, field => field.Value == "<#88>");
    }

    [Fact]
    public async Task Tells_The_News_In_The_Language_Of_Whoever_Chose_The_Channel()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        var stop = TestContext.Current.CancellationToken;

        var chosen = await bot.AnswerAsync(bot.Command("telenovela-admin news", new CommandOptionValue("channel", 88UL)) with { MemberPermissions = ManageGuild, Locale = "es-419" });
        var settings = await bot.Get<GuildSettingsStore>().OfAsync(66, stop);
        await AdminAsync(bot, "news", ("clear", true));
        var after = await bot.Get<GuildSettingsStore>().OfAsync(66, stop);

        Assert.Equal((88UL, "es-419"), (settings.NewsChannelId, settings.NewsLocale));
        Assert.Contains(chosen.Embeds[0].Fields, field => field is { Name: "Lo que aprendí se cuenta en", Value: "<#88>" });
        Assert.Equal((null, null), (after.NewsChannelId, after.NewsLocale));
    }

    [Fact]
    public async Task Takes_A_Setting_Back_When_It_Is_Named_Again()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        await AdminAsync(bot, "channel", ("channel", 88UL));
        await AdminAsync(bot, "reviewers", ("role", 55UL));

        await AdminAsync(bot, "channel", ("clear", true));
        await AdminAsync(bot, "reviewers", ("role", 55UL));
        await AdminAsync(bot, "contributors", ("who", "Everyone"));
        await AdminAsync(bot, "limits", ("clear", true));

        var settings = await bot.Get<GuildSettingsStore>().OfAsync(66, TestContext.Current.CancellationToken);
        Assert.Null(settings.ReviewChannelId);
        Assert.Empty(settings.ReviewerRoles);
        Assert.Null(settings.LinesPerDay);
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("news")]
    [InlineData("limits")]
    public async Task Changes_Nothing_When_A_Setting_Is_Only_Looked_At(string subcommand)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        await AdminAsync(bot, "channel", ("channel", 88UL));
        await AdminAsync(bot, "news", ("channel", 89UL));
        await AdminAsync(bot, "limits", ("pause", 60L), ("lines-per-day", 12L));

        var shown = await AdminAsync(bot, subcommand);
        await AdminAsync(bot, subcommand, ("clear", false));

        var settings = await bot.Get<GuildSettingsStore>().OfAsync(66, TestContext.Current.CancellationToken);
        Assert.Equal((88UL, 89UL), (settings.ReviewChannelId, settings.NewsChannelId));
        Assert.Equal((60, null, 12), (settings.ContributeCooldownSeconds, settings.GenerateCooldownSeconds, settings.LinesPerDay));
        Assert.Contains(shown.Embeds[0].Fields, field => field.Value == "<#88>");
    }

    [Fact]
    public async Task Changes_One_Limit_And_Leaves_The_Others()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        await AdminAsync(bot, "limits", ("pause", 60L), ("lines-per-day", 12L));

        await AdminAsync(bot, "limits", ("pause", 30L));
        var changed = await bot.Get<GuildSettingsStore>().OfAsync(66, TestContext.Current.CancellationToken);
        await AdminAsync(bot, "limits", ("pause", 20L), ("clear", true));
        var cleared = await bot.Get<GuildSettingsStore>().OfAsync(66, TestContext.Current.CancellationToken);

        Assert.Equal((30, 12), (changed.ContributeCooldownSeconds, changed.LinesPerDay));
        Assert.Equal((20, null), (cleared.ContributeCooldownSeconds, cleared.LinesPerDay));
    }

    [Fact]
    public async Task Shows_The_Words_That_Are_Kept_Out_Among_The_Settings()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        await AdminAsync(bot, "words", ("do", "add"), ("language", "en"), ("words", "spoiler, plot hole"));
        await AdminAsync(bot, "words", ("do", "add"), ("language", "es"), ("words", "final"));
        var many = string.Join(',', Enumerable.Range(0, 200).Select(at => $"palabra{at}"));
        await AdminAsync(bot, "words", ("do", "add"), ("language", "es"), ("words", many));

        var shown = await AdminAsync(bot, "show");

        var field = Assert.Single(shown.Embeds[0].Fields, field => field.Name == "Words kept out");
        Assert.StartsWith("en: plot hole, spoiler\nes: final, palabra0", field.Value, StringComparison.Ordinal);
        Assert.InRange(field.Value.Length, 1, 1024);
    }

    [Fact]
    public async Task Makes_People_Pause_Between_Texts_As_Long_As_Their_Server_Says()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        await AdminAsync(bot, "limits", ("generate-pause", 600L));

        await bot.AnswerAsync(bot.Command("telenovela generate"));
        var tooEarly = await bot.AnswerAsync(bot.Command("telenovela generate"));
        var elsewhere = await bot.AnswerAsync(bot.Command("telenovela generate") with { GuildId = 67 });
        bot.Clock.Advance(TimeSpan.FromSeconds(601));
        var later = await bot.AnswerAsync(bot.Command("telenovela generate"));

        Assert.Contains($"<t:{bot.Clock.Start.AddSeconds(600).ToUnixTimeSeconds()}:R>", tooEarly.Content, StringComparison.Ordinal);
        Assert.NotEmpty(elsewhere.Embeds);
        Assert.NotEmpty(later.Embeds);
    }

    [Fact]
    public async Task Keeps_Words_Out_When_They_Are_On_The_List()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();

        await AdminAsync(bot, "words", ("do", "add"), ("language", "en"), ("words", "Spoiler, *plot hole*"));
        var list = await AdminAsync(bot, "words", ("do", "list"), ("language", "en"));
        await AdminAsync(bot, "words", ("do", "remove"), ("language", "en"), ("words", "spoiler"));

        Assert.Contains("spoiler", list.Content, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("*plot", list.Content.Replace("\\*", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Single(await bot.Get<GuildSettingsStore>().WordsAsync(66, "en", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("contributors", "who", "Roles", "name the role")]
    [InlineData("contributors", "who", "Dogs", "choose one of")]
    [InlineData("words", "do", "add", "name the words")]
    public async Task Says_What_Is_Missing_When_A_Setting_Is_Incomplete(string subcommand, string option, string value, string expected)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();

        var answer = await AdminAsync(bot, subcommand, (option, value));

        Assert.Contains(expected, answer.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("channel")]
    [InlineData("news")]
    [InlineData("words")]
    public async Task Refuses_Everybody_Else(string subcommand)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();

        var answer = await bot.AnswerAsync(bot.Command($"telenovela-admin {subcommand}") with { MemberPermissions = 1UL << 13 });

        Assert.Contains("Manage Server", answer.Content, StringComparison.Ordinal);
    }

    private static Task<MessageReply> AdminAsync(BotUnderTest bot, string subcommand, params (string Name, object Value)[] options) => bot.AnswerAsync(
        bot.Command($"telenovela-admin {subcommand}", [.. options.Select(option => new CommandOptionValue(option.Name, option.Value))]) with { MemberPermissions = ManageGuild });
}
