using Microsoft.Extensions.Localization;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Commands.Generate;

/// <summary>Turns what the writer can't do into words for the person who asked.</summary>
internal static class ScriptWriterExtensions
{
    private const int MostQuoted = 200;

    /// <exception cref="ReplyException">No such telenovela, or no model.</exception>
    public static WrittenText WriteOrExplain(
        this IScriptWriter writer, WritingRequest request, IStringLocalizer<BotText> text, CancellationToken cancellationToken)
    {
        try
        {
            return writer.Write(request, cancellationToken);
        }
        catch (UnknownTelenovelaException unknown)
        {
            var known = string.Join(", ", unknown.Known.Select(telenovela => $"**{SafeText.Inline(telenovela.Title)}**"));
            throw new ReplyException(text["UnknownTelenovela", SafeText.Inline(unknown.Asked, MostQuoted), known]);
        }
        catch (NoModelException)
        {
            throw new ReplyException(text["NoModel"]);
        }
    }
}
