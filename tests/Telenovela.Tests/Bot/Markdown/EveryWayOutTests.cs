using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Commands.About;
using Telenovela.Bot.Commands.Generate;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Story.Writing;

namespace Telenovela.Tests.Bot.Markdown;

/// <summary>Hostile texts as what people type, as what the model writes, and as names of telenovelas and models.</summary>
public sealed class EveryWayOutTests
{
    private static readonly IStringLocalizer<BotText> Text = new StringLocalizer<BotText>(
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    public static TheoryData<int> Parts => [.. Enumerable.Range(0, 4)];

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Sends_Nothing_Alive_When_Everything_Is_Hostile(int part)
    {
        foreach (var hostile in HostileTexts.All.Where((_, at) => at % 4 == part))
        {
            var writer = new FakeScriptWriter { Text = (_, _) => hostile, Telenovelas = [new WritableTelenovela("x", hostile, "en", hostile)] };
            var generate = new GenerateCommand(writer, new GeneratedMessage(Text), Text);
            var message = Assert.IsType<MessageReply>(await generate.HandleAsync(Command(new CommandOptionValue("telenovela", "x"), new CommandOptionValue("prompt", hostile[..Math.Min(hostile.Length, 300)])), CancellationToken.None));
            AssertHarmless(hostile, message);

            var carrying = new CarryingMessage(1, "", [message.Embeds[0].Description ?? ""]);
            foreach (var button in new GenerateButton[] { new GenerateAgainButton(writer, new GeneratedMessage(Text), Text), new GenerateContinueButton(writer, new GeneratedMessage(Text), Text) })
            {
                var pressed = Command() with { Type = InteractionType.Component, Component = new ComponentData($"{button.Name}:280:0.8:x", [], carrying) };
                AssertHarmless(hostile, Assert.IsType<MessageReply>(await button.HandleAsync(pressed, CancellationToken.None)));
            }

            AssertHarmless(hostile, Assert.IsType<MessageReply>(await new AboutCommand(writer, Text).HandleAsync(Command(), CancellationToken.None)));
            var unknown = await Assert.ThrowsAsync<ReplyException>(() => generate.HandleAsync(Command(new CommandOptionValue("telenovela", hostile + "?")), CancellationToken.None));
            AssertMarkdown(hostile, unknown.Message);

            var typing = Command(new CommandOptionValue("telenovela", "", Focused: true)) with { Type = InteractionType.Autocomplete };
            Assert.All(generate.Complete(typing).Choices, choice => Assert.Empty(LiveText.In(choice.Name)));
        }
    }

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

    /// <summary>The bot's own bold type and code is not hostile.</summary>
    private static void AssertMarkdown(string hostile, string markdown)
    {
        var outsideCode = Regex.Replace(markdown, @"(?<!\\)`[^`]*`", "code");
        var live = LiveText.InMarkdown(outsideCode).Concat(LiveText.In(markdown)).Except(["bare *"]).ToList();
        Assert.True(live.Count == 0, $"“{hostile}” came out as “{markdown}”: {string.Join(", ", live)}");
    }
}
