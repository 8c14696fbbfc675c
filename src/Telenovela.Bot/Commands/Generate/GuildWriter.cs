using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks.Content;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Commands.Generate;

/// <summary>Writes for a server without the words that it doesn't want, and says in words what can't be written.</summary>
public sealed class GuildWriter(IScriptWriter writer, GuildWords words, IStringLocalizer<BotText> text)
{
    private const int MostQuoted = 200;

    /// <exception cref="ReplyException">No such telenovela, no model, or a prompt with a word that isn't wanted.</exception>
    public async Task<WrittenText> WriteAsync(ulong? guildId, WritingRequest request, CancellationToken cancellationToken)
    {
        var unwanted = await words.OfAsync(guildId, cancellationToken).ConfigureAwait(false);
        if (request.Prompt is { } prompt && unwanted.FindIn(Revealed.Of(prompt)) is [var word, ..])
        {
            throw new ReplyException(text["PromptWord", SafeText.Inline(word, MostQuoted)]);
        }

        try
        {
            return writer.Write(request with { Unwanted = unwanted }, cancellationToken);
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
