using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Telenovela.Playground.Markdown;

/// <summary>Finds timestamps and mentions.</summary>
internal sealed partial class DiscordTagParser : InlineParser
{
    private const int Longest = 140;

    public DiscordTagParser() => OpeningCharacters = ['<'];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.Text.AsSpan(slice.Start, Math.Min(Longest, slice.Length));
        var end = text.IndexOf('>');
        if (end < 0 || Read(text[..(end + 1)].ToString()) is not { } tag)
        {
            return false;
        }

        processor.Inline = tag;
        slice.Start += end + 1;
        return true;
    }

    private static DiscordTag? Read(string text)
    {
        if (Timestamp().Match(text) is { Success: true } time)
        {
            return new DiscordTag(DiscordTagKind.Timestamp, time.Groups[1].Value, time.Groups[2].Success ? time.Groups[2].Value : "f");
        }

        if (Command().Match(text) is { Success: true } command)
        {
            return new DiscordTag(DiscordTagKind.Command, command.Groups[1].Value);
        }

        if (Mention().Match(text) is { Success: true } mention)
        {
            return new DiscordTag(mention.Groups[1].Value == "#" ? DiscordTagKind.Channel : DiscordTagKind.User, mention.Groups[2].Value);
        }

        return Emoji().Match(text) is { Success: true } emoji ? new DiscordTag(DiscordTagKind.Emoji, emoji.Groups[1].Value) : null;
    }

    [GeneratedRegex(@"^<t:(-?[0-9]{1,13})(?::([tTdDfFR]))?>$", RegexOptions.NonBacktracking)]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"^</([-_\p{L}\p{N}]{1,32}(?: [-_\p{L}\p{N}]{1,32}){0,2}):[0-9]{1,20}>$", RegexOptions.NonBacktracking)]
    private static partial Regex Command();

    [GeneratedRegex(@"^<(@!?|#)([0-9]{1,20})>$", RegexOptions.NonBacktracking)]
    private static partial Regex Mention();

    [GeneratedRegex(@"^<a?:([A-Za-z0-9_]{2,32}):[0-9]{1,20}>$", RegexOptions.NonBacktracking)]
    private static partial Regex Emoji();
}
