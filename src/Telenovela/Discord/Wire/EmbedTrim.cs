using Telenovela.Bot.Interactions.Replies;

namespace Telenovela.Discord.Wire;

/// <summary>Cuts embeds to their sizes, each and all together.</summary>
internal static class EmbedTrim
{
    // Discord refuses empty names and values of fields; a zero-width space looks the same.
    private const string Nothing = "\u200b";

    /// <summary>The embeds that fit, in order; what lies beyond the total is cut, then left out.</summary>
    public static IReadOnlyList<Embed> All(IReadOnlyList<Embed> embeds)
    {
        var kept = new List<Embed>();
        var left = MessageLimits.EmbedsTotal;
        foreach (var embed in embeds.Take(MessageLimits.Embeds))
        {
            var cut = Fit(embed, ref left);
            if (Size(cut) > 0)
            {
                kept.Add(cut);
            }
        }

        return kept;
    }

    private static Embed Fit(Embed embed, ref int left)
    {
        // Title and footer are short and say what the rest is, so they come first.
        var title = Take(embed.Title, MessageLimits.EmbedTitle, ref left);
        var footer = Take(embed.Footer, MessageLimits.EmbedFooter, ref left);
        var description = Take(embed.Description, MessageLimits.EmbedDescription, ref left);
        var fields = new List<EmbedField>();
        foreach (var field in embed.Fields.Take(MessageLimits.Entries))
        {
            var cut = new EmbedField(Filled(field.Name, MessageLimits.EmbedTitle), Filled(field.Value, MessageLimits.EmbedFieldValue), field.Inline);
            var size = cut.Name.Length + cut.Value.Length;
            if (size > left)
            {
                break;
            }

            left -= size;
            fields.Add(cut);
        }

        return embed with { Title = title, Footer = footer, Description = description, Fields = fields };
    }

    private static string? Take(string? text, int limit, ref int left)
    {
        if (string.IsNullOrWhiteSpace(text) || left == 0)
        {
            return null;
        }

        var cut = TextCut.At(text, Math.Min(limit, left));
        left -= cut.Length;
        return cut;
    }

    private static string Filled(string text, int limit) => string.IsNullOrWhiteSpace(text) ? Nothing : TextCut.At(text, limit);

    private static int Size(Embed embed) =>
        (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0) + (embed.Footer?.Length ?? 0) + embed.Fields.Count;
}
