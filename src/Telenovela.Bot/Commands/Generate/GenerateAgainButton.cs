using Microsoft.Extensions.Localization;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Generate;

/// <summary>"Again" under a generated text: the same request with another seed.</summary>
/// <param name="writer">Writes.</param>
/// <param name="message">Shows what was written.</param>
/// <param name="text">What is said.</param>
public sealed class GenerateAgainButton(GuildWriter writer, GeneratedMessage message, IStringLocalizer<BotText> text)
    : GenerateButton(HandlerName, GeneratedMessage.PromptOf, writer, message, text)
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "generate-again";
}
