using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Commands.About;
using Telenovela.Bot.Commands.Contribute;
using Telenovela.Bot.Commands.Feedback;
using Telenovela.Bot.Commands.Generate;
using Telenovela.Bot.Commands.Privacy;
using Telenovela.Bot.Commands.Retrain;
using Telenovela.Bot.Commands.Review;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks.Duplicates;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Story.Writing;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Bot.Markdown;

/// <summary>Hostile texts as what people type, as what the model writes, and as names of telenovelas and models.</summary>
public sealed class EveryWayOutTests
{
    private static readonly ResourceManagerStringLocalizerFactory Resources = new(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
    private static readonly StringLocalizer<BotText> Text = new(Resources);
    private static readonly StringLocalizer<ReviewText> ReviewTexts = new(Resources);
    private static readonly DataStatement About = new(Options.Create(new StorageOptions()), new StringLocalizer<ContributeText>(Resources));
    private static readonly FeedbackRow Feedback = new(ReviewTexts);

    public static TheoryData<int> Parts => [.. Enumerable.Range(0, 4)];

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Sends_Nothing_Alive_When_Everything_Is_Hostile(int part)
    {
        foreach (var hostile in HostileTexts.All.Where((_, at) => at % 4 == part))
        {
            var writer = new FakeScriptWriter { Text = (_, _) => hostile, Telenovelas = [new WritableTelenovela("x", hostile, "en", hostile)] };
            var guildWriter = new GuildWriter(writer, new GuildWords(null!), Text);
            var generate = new GenerateCommand(writer, guildWriter, new GeneratedMessage(Feedback, Text), Text);
            var message = Assert.IsType<MessageReply>(await generate.HandleAsync(Command(new CommandOptionValue("telenovela", "x"), new CommandOptionValue("prompt", hostile[..Math.Min(hostile.Length, 300)])), CancellationToken.None));
            AssertHarmless(hostile, message);

            var carrying = new CarryingMessage(1, "", [message.Embeds[0].Description ?? ""]);
            var shown = new GeneratedMessage(Feedback, Text);
            foreach (var button in new GenerateButton[]
            {
                new GenerateAgainButton(guildWriter, shown, Text), new GenerateContinueButton(guildWriter, shown, Text),
            })
            {
                var pressed = Command() with { Type = InteractionType.Component, Component = new ComponentData($"{button.Name}:280:0.8:x", [], carrying) };
                AssertHarmless(hostile, Assert.IsType<MessageReply>(await button.HandleAsync(pressed, CancellationToken.None)));
            }


            // What it says of data is our own, and a list.
            var about = Assert.IsType<MessageReply>(
                await new AboutCommand(writer, About, Text).HandleAsync(Command(), CancellationToken.None));
            AssertHarmless(
                hostile,
                about with { Embeds = [.. about.Embeds.Select(embed => embed with { Fields = [.. embed.Fields.Except(About.Fields)] })] });
            var unknown = await Assert.ThrowsAsync<ReplyException>(() => generate.HandleAsync(Command(new CommandOptionValue("telenovela", hostile + "?")), CancellationToken.None));
            AssertMarkdown(hostile, unknown.Message);

            var typing = Command(new CommandOptionValue("telenovela", "", Focused: true)) with { Type = InteractionType.Autocomplete };
            Assert.All(generate.Complete(typing).Choices, choice => Assert.Empty(LiveText.In(choice.Name)));
        }
    }

    [Fact]
    public void Shows_Nothing_Alive_When_Hostile_Lines_Are_Given_And_Reviewed()
    {
        var answer = new ContributionAnswer(new StringLocalizer<ContributeText>(Resources), Text);
        var review = new ReviewMessage(null!, ReviewTexts, Text);
        foreach (var hostile in HostileTexts.All)
        {
            var line = new NewLine("x", hostile, "en", hostile, hostile, hostile, Fingerprinter.Of(hostile), []);
            AssertMarkdown(hostile, WithoutQuotes(answer.Thank([line], new SubmissionResult(SubmissionOutcome.Accepted, [1], 1)).Embeds[0].Description!));

            var item = new ReviewItem(1, 9, "x", hostile, "en", hostile, hostile, null, hostile, [hostile], ContributionStatus.Approved, DateTimeOffset.UnixEpoch, []);
            var decided = review.Late(
                item, new DecisionResult(DecisionOutcome.AlreadyDecided, 1, ModerationKind.Approved, 20, DateTimeOffset.UnixEpoch), 21);
            var noticed = review.Noticed(
                item, new DecisionResult(DecisionOutcome.Decided, 1, ModerationKind.Rejected, 20, DateTimeOffset.UnixEpoch), hostile);
            AssertMarkdown(hostile, WithoutQuotes(decided.Embeds[0].Description!.Replace("<@20>", "", StringComparison.Ordinal)));
            AssertMarkdown(hostile, decided.Embeds[0].Title!);
            AssertMarkdown(hostile, WithoutQuotes(noticed));
        }
    }

    [Fact]
    public async Task Shows_Nothing_Alive_When_What_Was_Learned_Is_Hostile()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        await bot.Get<GuildSettingsStore>().ChangeAsync(66, settings => settings.NewsChannelId = 88, TestContext.Current.CancellationToken);
        await bot.Get<ConsentRegister>().GiveAsync(9, StoreUnderTest.Terms, TestContext.Current.CancellationToken);
        var given = await bot.Get<ContributionStore>().SubmitAsync(StoreUnderTest.Submission(9, StoreUnderTest.Line("A line")) with { GuildId = 66 }, TestContext.Current.CancellationToken);
        await bot.Get<ReviewQueue>().DecideAsync(new Decision(given.Ids[0], 66, 20, ModerationKind.Approved), TestContext.Current.CancellationToken);
        var (status, words, news) = (bot.Get<RetrainStatus>(), bot.Get<RunWords>(), bot.Get<INightNews>());
        foreach (var hostile in HostileTexts.All)
        {
            await bot.Get<ConsentRegister>().SetCreditNameAsync(9, Stored(hostile), TestContext.Current.CancellationToken);
            var sample = new Sample(hostile, 7, hostile);
            var report = new RunReport { Failure = hostile, Models = [NightRuns.Model(hostile, language: hostile) with { NewCharacters = hostile, Before = sample, After = sample }] };
            var run = new RunSummary(3, RunTrigger.Nightly, RunState.Failed, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, 1, hostile, report, [new StageSummary(hostile, DateTimeOffset.UnixEpoch, null)]);
            bot.Retraining.MoveTo(new RetrainingProgress(3, RunTrigger.Nightly, DateTimeOffset.UnixEpoch, hostile, 0.5, null) { Model = hostile });

            var shown = new List<MessageReply> { status.Begun(), status.Ended(run), status.Ended(run with { State = RunState.Promoted }), new() { Content = words.Line(run with { State = RunState.Promoted }) } };
            Assert.Equal(1, await news.TellAsync(run, [1], TestContext.Current.CancellationToken));
            shown.Add(bot.Posted.Last().Message);

            Assert.All(shown, message => AssertHarmless(hostile, WithoutStamps(message)));
            Assert.All(shown.SelectMany(message => message.Embeds).SelectMany(embed => embed.Fields), field => AssertMarkdown(hostile, field.Name));
            Assert.All(shown.SelectMany(message => message.Files), file => Assert.Empty(LiveText.In(file.Description)));
        }
    }

    /// <summary>As the database takes it: well-formed.</summary>
    private static string Stored(string text) => string.Concat(text.EnumerateRunes());

    /// <summary>The bot's own moments are alive on purpose.</summary>
    private static MessageReply WithoutStamps(MessageReply message) => message with
    {
        Content = Without(message.Content),
        Embeds = [.. message.Embeds.Select(embed => embed with { Description = Without(embed.Description ?? "") })],
    };

    private static string Without(string markdown) => Regex.Replace(markdown, "<t:0:[a-zA-Z]>", "");

    private static Interaction Command(params CommandOptionValue[] options) => new()
    {
        Id = 1_000,
        ApplicationId = 42,
        Type = InteractionType.Command,
        Token = "secret-token",
        User = new InteractionUser(9, "Ana"),
        Command = new CommandData(7, "telenovela generate", options),
    };

    private static void AssertHarmless(string hostile, MessageReply message)
    {
        AssertMarkdown(hostile, message.Content);
        foreach (var embed in message.Embeds)
        {
            AssertMarkdown(hostile, embed.Title ?? "");
            AssertMarkdown(hostile, embed.Description ?? "");
            Assert.Empty(LiveText.In(embed.Footer ?? ""));
            Assert.All(embed.Fields, field => AssertMarkdown(hostile, field.Value));
        }
    }

    /// <summary>The bot's own marks of a quotation, of which a line of text has one.</summary>
    private static string WithoutQuotes(string markdown) => Regex.Replace(markdown, "(?m)^> ", "");

    /// <summary>The bot's own bold type and code is not hostile.</summary>
    private static void AssertMarkdown(string hostile, string markdown)
    {
        var outsideCode = Regex.Replace(markdown, @"(?<!\\)`[^`]*`", "code");
        var live = LiveText.InMarkdown(outsideCode).Concat(LiveText.In(markdown)).Except(["bare *"]).ToList();
        Assert.True(live.Count == 0, $"“{hostile}” came out as “{markdown}”: {string.Join(", ", live)}");
    }
}
