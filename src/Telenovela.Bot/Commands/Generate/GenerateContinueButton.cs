using Microsoft.Extensions.Localization;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Generate;

/// <summary>"Continue" under a generated text: the next lines carry on from its last words.</summary>
/// <param name="writer">Writes.</param>
/// <param name="message">Shows what was written.</param>
/// <param name="text">What is said.</param>
public sealed class GenerateContinueButton(GuildWriter writer, GeneratedMessage message, IStringLocalizer<BotText> text)
    : GenerateButton(HandlerName, GeneratedMessage.TailOf, writer, message, text)
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "generate-continue";
}
