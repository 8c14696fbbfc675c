using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Feedback;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Commands.Generate;

/// <summary>How a generated text is shown, and read back from the message when one of its buttons is pressed.</summary>
/// <param name="feedback">The row to judge it by.</param>
/// <param name="text">What is said.</param>
public sealed class GeneratedMessage(FeedbackRow feedback, IStringLocalizer<BotText> text)
{
    /// <summary>How much of a text its continuation carries on from, in characters.</summary>
    public const int ContinuationContext = 160;

    private const int Rose = 0xC2185B;

    /// <summary>Shows a text: the prompt in bold, the text behind it, the settings in the footer, the buttons below.</summary>
    public MessageReply Show(WrittenText written, string? prompt, GenerationSettings settings)
    {
        var kept = settings with { Telenovela = written.Telenovela.Id };
        var shown = SafeText.Block(written.Text);
        var bold = prompt is null ? "" : Bold(prompt);
        return new MessageReply
        {
            Embeds =
            [
                new Embed
                {
                    Title = SafeText.Inline(written.Telenovela.Title),
                    Description = bold + shown,
                    Color = Rose,
                    Footer = text["GeneratedFooter", SafeText.Plain(written.Telenovela.Model), written.Seed, settings.Temperature.ToString("0.##", CultureInfo.CurrentCulture)],
                },
            ],
            Rows =
            [
                new ActionRow(
                    new Button(kept.ToCustomId(GenerateAgainButton.HandlerName), text["ButtonAgain"], ButtonStyle.Secondary, "🔁"),
                    new Button(kept.ToCustomId(GenerateContinueButton.HandlerName), text["ButtonContinue"], ButtonStyle.Primary, "▶️")),
                feedback.Of(written, kept),
            ],
        };
    }

    /// <summary>The prompt that the message shows in bold; null where it shows none.</summary>
    public static string? PromptOf(CarryingMessage message)
    {
        var description = DescriptionOf(message);
        if (!description.StartsWith("**", StringComparison.Ordinal))
        {
            return null;
        }

        // The prompt's own asterisks are escaped, so the first bare pair closes it.
        var end = description.IndexOf("**", 2, StringComparison.Ordinal);
        while (end > 0 && description[end - 1] == '\\')
        {
            end = description.IndexOf("**", end + 1, StringComparison.Ordinal);
        }

        return end < 0 ? null : DiscordMarkdown.Unescape(description[2..end]);
    }

    /// <summary>The text that the message shows, without the prompt.</summary>
    public static string TextOf(CarryingMessage message)
    {
        var description = DescriptionOf(message);
        var prompt = PromptOf(message);
        var escapedPrompt = prompt is null ? 0 : DiscordMarkdown.Escape(prompt).Length + 4;
        return DiscordMarkdown.Unescape(description[Math.Min(escapedPrompt, description.Length)..]);
    }

    /// <summary>The last words of the message's text, for the next lines to carry on from, cut where a word begins.</summary>
    public static string TailOf(CarryingMessage message)
    {
        var description = DescriptionOf(message);
        var prompt = PromptOf(message);
        var escapedPrompt = prompt is null ? 0 : DiscordMarkdown.Escape(prompt).Length + 4;

        // Empty lines go: the tail will be shown in bold, which ends with its paragraph.
        var whole = (prompt + DiscordMarkdown.Unescape(description[Math.Min(escapedPrompt, description.Length)..])).Replace("\n\n", "\n", StringComparison.Ordinal);
        if (whole.Length <= ContinuationContext)
        {
            return whole;
        }

        var tail = whole[^ContinuationContext..];
        var word = tail.IndexOfAny([' ', '\n']);
        return word < 0 || word == tail.Length - 1 ? tail : tail[(word + 1)..];
    }

    /// <summary>White space stays outside: asterisks beside it don't close.</summary>
    private static string Bold(string prompt)
    {
        var words = SafeText.Block(prompt).Trim();
        return words.Length == 0 ? "" : $"**{words}**{prompt[prompt.TrimEnd().Length..]}";
    }

    private static string DescriptionOf(CarryingMessage message) =>
        message.EmbedDescriptions.Count > 0 ? message.EmbedDescriptions[0] : message.Content;
}
