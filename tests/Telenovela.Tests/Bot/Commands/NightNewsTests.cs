using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using Telenovela.Bot.Commands.Feedback;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Tests.Bot.Markdown;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Bot.Commands;

public sealed class NightNewsTests
{
    private const ulong Moderator = 20;
    private const ulong Here = 66;
    private const ulong Elsewhere = 67;
    private const ulong Ana = 9;
    private const ulong Luis = 10;
    private const ulong Nameless = 11;
    private const ulong Stranger = 12;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_Only_Who_Chose_A_Name_And_Gave_Lines_Here()
    {
        await using var bot = await StartAsync();
        var news = await TellAsync(
            bot,
            [
                await GiveAsync(bot, Ana, "Ana", "The lamp was lit when I came in.", "Nobody lights lamps for nobody."),
                await GiveAsync(bot, Luis, "Luis", "My grandmother kept the key in the sugar."),
                await GiveAsync(bot, Nameless, null, "The sea took the letter before I did."),
                await GiveAsync(bot, Stranger, "Stranger", Elsewhere, "Far away, nobody knows this town."),
            ]);

        Assert.Equal("**Last night I learned 5 lines**\nFrom this server: 4 of 5\nBy: Ana, Luis and one other", news.Content);
        Assert.DoesNotContain("<@", news.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0, "**Last night I learned a line**\nFrom this server: 1 of 1\nBy: A")]
    [InlineData(2, 0, "**Last night I learned 2 lines**\nFrom this server: 2 of 2\nBy: A, B")]
    [InlineData(0, 1, "**Last night I learned a line**\nFrom this server: 1 of 1\nBy: somebody who isn't named")]
    [InlineData(0, 2, "**Last night I learned 2 lines**\nFrom this server: 2 of 2\nBy: 2 people who aren't named")]
    [InlineData(1, 2, "**Last night I learned 3 lines**\nFrom this server: 3 of 3\nBy: A and 2 others")]
    public async Task Counts_People_When_Some_Are_Not_Named(int named, int others, string content)
    {
        await using var bot = await StartAsync();
        var learned = new List<IReadOnlyList<long>>();
        for (var at = 0; at < named + others; at++)
        {
            learned.Add(await GiveAsync(bot, 100 + (ulong)at, at < named ? $"{(char)('A' + at)}" : null, $"There are {at + 11} stairs, and I fell down nine of them."));
        }

        Assert.Equal(content, (await TellAsync(bot, learned)).Content);
    }

    [Theory]
    [InlineData(1, RunTrigger.Nightly, "en-US", "**Last night I learned anew, without lines that were deleted**")]
    [InlineData(0, RunTrigger.Nightly, "en-US", "**Last night I learned anew, from other models that came with an update**")]
    [InlineData(0, RunTrigger.Command, "en-US", "**I have just learned anew, from other models that came with an update**")]
    [InlineData(0, RunTrigger.Nightly, "es-ES", "**Anoche aprendí de nuevo, a partir de otros modelos que llegaron con una actualización**")]
    [InlineData(0, RunTrigger.Command, "es-ES", "**Acabo de aprender de nuevo, a partir de otros modelos que llegaron con una actualización**")]
    public async Task Says_Why_It_Learned_Anew_When_No_Line_Is_New(int gone, RunTrigger trigger, string locale, string content)
    {
        await using var bot = await StartAsync(locale);

        Assert.Equal(content, (await TellAsync(bot, [], new RunReport { Models = [NightRuns.Model() with { GoneLines = gone }] }, trigger)).Content);
    }

    [Fact]
    public async Task Names_At_Most_Twelve_When_Very_Many_Gave()
    {
        await using var bot = await StartAsync();
        var learned = new List<IReadOnlyList<long>>();
        for (var at = 0; at < 20; at++)
        {
            learned.Add(await GiveAsync(bot, 100 + (ulong)at, new string((char)('a' + at), 40), $"There are {at + 11} stairs, and I fell down nine of them."));
        }

        var news = await TellAsync(bot, learned);

        Assert.EndsWith(" and 8 others", news.Content, StringComparison.Ordinal);
        Assert.InRange(news.Content.Length, 1, 2000);
    }

    [Fact]
    public async Task Keeps_A_Name_Back_When_The_Consent_Was_Withdrawn()
    {
        await using var bot = await StartAsync();
        var learned = await GiveAsync(bot, Ana, "Ana", "The lamp was lit when I came in.");
        await bot.Get<ConsentRegister>().WithdrawAsync(Ana, Stop);

        var news = await TellAsync(bot, [learned]);

        Assert.DoesNotContain("Ana", news.Content, StringComparison.Ordinal);
        Assert.EndsWith("somebody who isn't named", news.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_When_It_Was_Not_At_Night()
    {
        await using var bot = await StartAsync();

        var news = await TellAsync(bot, [await GiveAsync(bot, Ana, null, "The lamp was lit when I came in.")], trigger: RunTrigger.Command);

        Assert.StartsWith("**I have just learned a line**", news.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "As I wrote it before, with the same seed", "`telenovela-en`: 1.1648 → 1.1602 nats per character", "the less the next letter surprises me", "High Tide, as I write it now", "telenovela-en · seed 7")]
    [InlineData("es-419", "Como la escribía antes, con la misma semilla", "`telenovela-en`: 1.1648 → 1.1602 nats por carácter", "menos me sorprende", "High Tide, como la escribo ahora", "telenovela-en · semilla 7")]
    [InlineData("es-ES", "Como la escribía antes, con la misma semilla", "`telenovela-en`: 1,1648 → 1,1602 nats por carácter", "menos me sorprende", "High Tide, como la escribo ahora", "telenovela-en · semilla 7")]
    public async Task Shows_Losses_And_Both_Texts_In_The_Servers_Language(string locale, string before, string loss, string meaning, string title, string footer)
    {
        await using var bot = await StartAsync(locale);
        var culture = CultureInfo.CurrentCulture;

        var embed = Assert.Single((await TellAsync(bot, [])).Embeds);

        Assert.Equal(culture, CultureInfo.CurrentCulture);
        Assert.Equal((title, footer), (embed.Title, embed.Footer));
        Assert.Equal("MARISOL: The sea is open, and so is the letter.", embed.Description);
        Assert.Equal((before, "MARISOL: The sea is closed."), (embed.Fields[0].Name, embed.Fields[0].Value));
        Assert.StartsWith(loss, embed.Fields[1].Value, StringComparison.Ordinal);
        Assert.Contains(meaning, embed.Fields[1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prefers_A_Sample_In_The_Servers_Language_And_Leaves_Out_What_Did_Not_Pass()
    {
        await using var bot = await StartAsync("es-ES");
        var spanish = NightRuns.Model("telenovela-es", language: "es") with { Before = new Sample("La sal", 8, "El mar."), After = new Sample("La sal", 8, "La mar.") };

        var embed = (await TellAsync(bot, [], new RunReport { Models = [NightRuns.Model(), spanish, NightRuns.Model("telenovela-fr", passes: false, language: "fr")] })).Embeds[0];

        Assert.Equal("La mar.", embed.Description);
        Assert.Contains("telenovela-es", embed.Fields[1].Value, StringComparison.Ordinal);
        Assert.DoesNotContain("telenovela-fr", embed.Fields[1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_The_Epochs_First_And_The_Generations_Later()
    {
        await using var bot = await StartAsync();

        var first = Assert.Single((await TellAsync(bot, [])).Files);
        await bot.PromoteAsync("20261125-030011", NightRuns.Model(champion: 1.2, challenger: 1.1648));
        var second = Assert.Single((await TellAsync(bot, [])).Files);

        Assert.Equal(("epochs.png", "generations.png"), (first.Name, second.Name));
        Assert.Contains("over the epochs of this training. telenovela-en: from 1.1648 to 1.1602 nats per character.", first.Description, StringComparison.Ordinal);
        Assert.Contains("over 2 trainings. telenovela-en: from 1.2000 to 1.1602 nats per character.", second.Description, StringComparison.Ordinal);
        Assert.All(new[] { first, second }, file =>
        {
            using var picture = SKBitmap.Decode(file.Content.Span);
            Assert.Equal((800, 360), (picture.Width, picture.Height));
        });
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("letter")]
    public async Task Leaves_A_Sample_Out_When_It_Has_A_Word_That_The_Server_Does_Not_Want(string word)
    {
        await using var bot = await StartAsync();
        await bot.Get<GuildSettingsStore>().AddWordsAsync(Here, "en", [word], Stop);

        var news = await TellAsync(bot, []);

        Assert.Null(Assert.Single(news.Embeds).Description);
        Assert.DoesNotContain(news.Embeds[0].Fields, field => field.Value.Contains("The sea is", StringComparison.Ordinal));
        Assert.Empty(news.Rows);
    }

    [Fact]
    public async Task Lets_The_New_Text_Be_Reported()
    {
        await using var bot = await StartAsync();
        var news = await TellAsync(bot, []);
        var button = Assert.IsType<Button>(Assert.Single(Assert.Single(news.Rows).Components));

        var modal = Assert.IsType<ModalReply>(await bot.SendAsync(bot.Press(button.CustomId, BotUnderTest.Carrying(news))));
        var submitted = bot.Submit(modal.CustomId, (ReportModal.ReasonField, "It is rude."));
        await bot.AnswerAsync(submitted with { Modal = submitted.Modal! with { Message = BotUnderTest.Carrying(news) } });

        var report = Assert.Single(await OpenReportsAsync(bot));
        Assert.Equal((7L, "telenovela-en", "MARISOL: The sea is open, and so is the letter."), (report.Message.Seed, report.Message.Model, report.Message.Text));
    }

    [Fact]
    public async Task Tells_The_Other_Servers_When_One_Channel_Fails()
    {
        await using var bot = await StartAsync(configure: services => services.AddSingleton<IChannelPoster, BrokenPoster>());
        await bot.Get<GuildSettingsStore>().ChangeAsync(Elsewhere, settings => (settings.NewsChannelId, settings.NewsLocale) = (BrokenPoster.Broken, "en-US"), Stop);
        await bot.Get<GuildSettingsStore>().ChangeAsync(68, settings => (settings.NewsChannelId, settings.NewsLocale) = (BrokenPoster.Closed, "xx-no"), Stop);
        await bot.Get<GuildSettingsStore>().ChangeAsync(69, settings => settings.NewsChannelId = 99, Stop);
        await bot.Get<GuildSettingsStore>().ChangeAsync(70, settings => settings.ReviewChannelId = 100, Stop);

        var told = await bot.Get<INightNews>().TellAsync(Run(new RunReport { Models = [NightRuns.Model()] }), [], Stop);

        Assert.Equal(2, told);
        Assert.Equal([88UL, 99UL], Assert.IsType<BrokenPoster>(bot.Get<IChannelPoster>()).Posted.Order());
    }

    [Fact]
    public async Task Tells_Nobody_When_No_Channel_Was_Chosen()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();

        Assert.Equal(0, await bot.Get<INightNews>().TellAsync(Run(new RunReport { Models = [NightRuns.Model()] }), [1, 2], Stop));
        Assert.Empty(bot.Posted);
    }

    [Fact]
    public async Task Says_The_Number_Alone_When_Nothing_Was_Measured()
    {
        await using var bot = await StartAsync();

        var news = await TellAsync(bot, [await GiveAsync(bot, Ana, null, "The lamp was lit when I came in.")], new RunReport());

        Assert.StartsWith("**Last night I learned a line**", news.Content, StringComparison.Ordinal);
        Assert.Empty(news.Embeds);
        Assert.Empty(news.Files);
        Assert.Empty(news.Rows);
    }

    [Fact]
    public async Task Fits_Into_A_Message_And_Stays_Dead_When_Everything_Is_Long_And_Hostile()
    {
        await using var bot = await StartAsync();
        var hostile = string.Concat(Enumerable.Repeat("**@everyone** <@9> [x](https://evil.example) ```\n", 200));
        var models = Enumerable.Range(0, 20).Select(at => NightRuns.Model($"model-{at}-{hostile}") with { Before = new Sample(hostile, 7, hostile), After = new Sample(hostile, 7, hostile) });

        var news = await TellAsync(bot, [await GiveAsync(bot, Ana, "**@everyone** <@9>", "The lamp was lit when I came in.")], new RunReport { Models = [.. models] });

        var embed = news.Embeds[0];
        Assert.InRange(news.Content.Length, 1, 2000);
        Assert.InRange(embed.Title!.Length, 1, 256);
        Assert.InRange(embed.Description!.Length, 1, 4096);
        Assert.All(embed.Fields, field => Assert.InRange(field.Value.Length, 1, 1024));
        Assert.InRange(embed.Title.Length + embed.Description.Length + embed.Footer!.Length + embed.Fields.Sum(field => field.Name.Length + field.Value.Length), 1, 6000);
        Assert.InRange(news.Files[0].Description.Length, 1, 1024);
        Assert.All(new[] { news.Content, embed.Title, embed.Description, embed.Footer, embed.Fields[0].Value, embed.Fields[1].Value, news.Files[0].Description }, text => Assert.Empty(LiveText.In(text)));
    }

    private static async Task<BotUnderTest> StartAsync(string locale = "en-US", Action<IServiceCollection>? configure = null)
    {
        var bot = await BotUnderTest.StartWithStoreAsync(configure);
        await bot.Get<GuildSettingsStore>().ChangeAsync(Here, settings => (settings.NewsChannelId, settings.NewsLocale) = (88, locale), Stop);
        return bot;
    }

    private static RunSummary Run(RunReport report, RunTrigger trigger = RunTrigger.Nightly) =>
        new(1_000, trigger, RunState.Running, DateTimeOffset.UnixEpoch, null, 5, "20261125-030011", report, []);

    private static async Task<MessageReply> TellAsync(BotUnderTest bot, IEnumerable<IReadOnlyList<long>> learned, RunReport? report = null, RunTrigger trigger = RunTrigger.Nightly)
    {
        Assert.Equal(1, await bot.Get<INightNews>().TellAsync(Run(report ?? new RunReport { Models = [NightRuns.Model()] }, trigger), [.. learned.SelectMany(sequences => sequences)], Stop));
        return bot.Posted.Last().Message;
    }

    private static Task<IReadOnlyList<long>> GiveAsync(BotUnderTest bot, ulong person, string? name, params string[] lines) => GiveAsync(bot, person, name, Here, lines);

    /// <summary>Somebody gives lines and a moderator approves them.</summary>
    /// <returns>Their approval sequences.</returns>
    private static async Task<IReadOnlyList<long>> GiveAsync(BotUnderTest bot, ulong person, string? name, ulong guild, params string[] lines)
    {
        await bot.Get<ConsentRegister>().GiveAsync(person, StoreUnderTest.Terms, Stop);
        await bot.Get<ConsentRegister>().SetCreditNameAsync(person, name, Stop);
        var submission = StoreUnderTest.Submission(person, [.. lines.Select(line => StoreUnderTest.Line(line))]) with { GuildId = guild };
        var before = (await bot.Get<TrainingLines>().AllAsync(Stop)).Count;
        foreach (var line in (await bot.Get<ContributionStore>().SubmitAsync(submission, Stop)).Ids)
        {
            await bot.Get<ReviewQueue>().DecideAsync(new Decision(line, guild, Moderator, ModerationKind.Approved), Stop);
        }

        return [.. (await bot.Get<TrainingLines>().AllAsync(Stop)).Select(line => line.Sequence).Skip(before)];
    }

    private static async Task<IReadOnlyList<OpenReport>> OpenReportsAsync(BotUnderTest bot) =>
        await bot.Get<FeedbackStore>().NextReportAsync(Here, 0, Stop) is { } report ? [report] : [];

    /// <summary>Has no way into two channels: one fails, one is closed.</summary>
    private sealed class BrokenPoster : IChannelPoster
    {
        public const ulong Broken = 404;
        public const ulong Closed = 403;

        public ConcurrentQueue<ulong> Posted { get; } = new();

        public Task<bool> PostAsync(ulong channelId, MessageReply message, CancellationToken cancellationToken)
        {
            if (channelId == Broken)
            {
                throw new HttpRequestException("Discord is away.");
            }

            if (channelId != Closed)
            {
                Posted.Enqueue(channelId);
            }

            return Task.FromResult(channelId != Closed);
        }
    }
}
