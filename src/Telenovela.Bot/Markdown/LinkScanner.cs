using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Telenovela.Bot.Markdown;

/// <summary>Finds what a person or a program could follow: addresses, invites, domains. Linear in the text's length.</summary>
public static class LinkScanner
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Addresses = new(@"[a-z][a-z0-9+.-]{0,30}:[/\\]{2}\S*|(mailto|tel|sms|javascript|data|vbscript|magnet|whatsapp|skype|facetime):\S+|www[0-9]{0,2}\.\S+", Options);

    private static readonly Regex Invites = new(
        @"(discord(app)?\s*([.,·•]|[\[({]\s*([.]|dot|punto)\s*[\])}]|\sdot\s|\spunto\s)\s*(gg|gift|new|me|io|li|link|com\s*/+\s*invite)\b|dsc\s*\.\s*gg|\.gg\s*/)\s*[/\\]*\s*[a-z0-9-]*",
        Options);

    private static readonly Regex Domains = new(@"[\p{L}\p{N}][\p{L}\p{N}-]*(\.[\p{L}\p{N}-]+)*\.([\p{L}]{2,24}|xn--[a-z0-9-]+)(:[0-9]+)?([/?#]\S*)?", Options);

    /// <summary>Endings of domains that are not words of either language, or are seldom written behind a full stop.</summary>
    private static readonly FrozenSet<string> Endings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "com", "net", "org", "edu", "gov", "info", "biz", "xyz", "app", "dev", "online", "site", "shop", "club", "top", "gg", "ru", "uk", "cn", "tk",
        "tv", "io", "ly", "fm", "mx", "br", "cl", "fr", "pt", "eu", "cc", "ws", "link", "click", "live", "store", "website", "space", "tech", "blog",
        "page", "web", "icu", "vip", "bet", "casino", "porn", "gift", "gifts", "zip", "mov", "рф");

    /// <summary>Finds links.</summary>
    /// <param name="text">Any string.</param>
    /// <returns>Spans in order that don't overlap; an invite is an invite even where it has a scheme.</returns>
    public static IReadOnlyList<LinkSpan> Find(string text)
    {
        // Nothing below matches without one of these.
        if (text.AsSpan().IndexOfAny(".:,·•") < 0 && !text.Contains("discord", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var spans = new List<LinkSpan>();
        foreach (Match match in Addresses.Matches(text))
        {
            spans.Add(new LinkSpan(match.Index, match.Length, Invites.IsMatch(match.Value) ? LinkKind.Invite : LinkKind.Address));
        }

        Add(spans, Invites.Matches(text).Where(match => !IsInsideWord(text, match.Index)), LinkKind.Invite);
        Add(spans, Domains.Matches(text).Where(IsDomain), LinkKind.Domain);
        spans.Sort((left, right) => left.Start.CompareTo(right.Start));
        return spans;
    }

    private static void Add(List<LinkSpan> spans, IEnumerable<Match> matches, LinkKind kind)
    {
        foreach (var match in matches)
        {
            var (start, end, joined) = (match.Index, match.Index + match.Length, kind);
            foreach (var span in spans.Where(span => span.Start < match.Index + match.Length && match.Index < span.Start + span.Length).ToList())
            {
                (start, end) = (Math.Min(start, span.Start), Math.Max(end, span.Start + span.Length));
                joined = joined == LinkKind.Invite || span.Kind == LinkKind.Invite ? LinkKind.Invite : span.Kind;
                spans.Remove(span);
            }

            spans.Add(new LinkSpan(start, end - start, joined));
        }
    }

    private static bool IsInsideWord(string text, int at) => text[at] != '.' && at > 0 && char.IsLetter(text[at - 1]);

    /// <summary>“No.Me voy” lacks a space; “no.me/voy” leads somewhere.</summary>
    private static bool IsDomain(Match match)
    {
        var host = match.Value.AsSpan();
        var hostEnd = host.IndexOfAny(":/?#");
        var hasPath = hostEnd >= 0 && host[hostEnd] == '/' && hostEnd + 1 < host.Length;
        host = hostEnd < 0 ? host : host[..hostEnd];
        var ending = host[(host.LastIndexOf('.') + 1)..];

        // With an invite's words in it, a host is taken for one whatever follows.
        return (hasPath && ending.IndexOfAnyInRange('a', 'z') >= 0) || ending.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) ||
            host.Contains("discord.gg", StringComparison.OrdinalIgnoreCase) || (Endings.Contains(ending.ToString()) && !(char.IsUpper(ending[0]) && char.IsLower(ending[^1])));
    }
}
