using System.Diagnostics.CodeAnalysis;

namespace Telenovela.Playground.Markdown;

/// <summary>Which addresses become links.</summary>
internal static class WebLink
{
    /// <summary>Attributes of every link: it opens elsewhere, and what opens gets no hold on this page and no word of it.</summary>
    public const string Attributes = "\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">";

    /// <summary>Whether it leads to the web: absolute, <c>http</c> or <c>https</c>.</summary>
    public static bool TryRead(string? url, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(url, UriKind.Absolute, out address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
