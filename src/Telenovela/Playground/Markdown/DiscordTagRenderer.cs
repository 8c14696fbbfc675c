using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Telenovela.Playground.People;
using Telenovela.Playground.Wire;

namespace Telenovela.Playground.Markdown;

/// <summary>Writes timestamps and mentions. The page's script puts timestamps into the reader's own time zone and language.</summary>
internal sealed class DiscordTagRenderer : HtmlObjectRenderer<DiscordTag>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, DiscordTag tag)
    {
        switch (tag.Kind)
        {
            case DiscordTagKind.Timestamp:
                WriteTime(renderer, tag);
                break;
            case DiscordTagKind.Command:
                Tagged(renderer, $"<button type=\"button\" class=\"mention\" data-command=\"", tag.Value).Write("\">/").WriteEscape(tag.Value).Write("</button>");
                break;
            case DiscordTagKind.User:
                var name = ulong.TryParse(tag.Value, out var id) ? PlaygroundPeople.Find(id)?.DisplayName ?? tag.Value : tag.Value;
                renderer.Write("<span class=\"mention\">@").WriteEscape(name).Write("</span>");
                break;
            case DiscordTagKind.Channel:
                var channel = tag.Value == PlaygroundInteractionJson.Channel.ToString(CultureInfo.InvariantCulture) ? "escenas" : tag.Value;
                renderer.Write("<span class=\"mention\">#").WriteEscape(channel).Write("</span>");
                break;
            default:
                renderer.WriteEscape($":{tag.Value}:");
                break;
        }
    }

    private static HtmlRenderer Tagged(HtmlRenderer renderer, string opening, string value) => renderer.Write(opening).WriteEscape(value);

    private static void WriteTime(HtmlRenderer renderer, DiscordTag tag)
    {
        var seconds = long.Parse(tag.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds() || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            renderer.WriteEscape($"<t:{tag.Value}:{tag.Style}>");
            return;
        }

        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        renderer.Write("<time class=\"stamp\" datetime=\"").Write(at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))
            .Write("\" data-style=\"").WriteEscape(tag.Style).Write("\">")
            .Write(at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)).Write("</time>");
    }
}
