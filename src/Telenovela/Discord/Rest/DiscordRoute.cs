namespace Telenovela.Discord.Rest;

/// <summary>
/// What a request is, in words that hold no secret: the address itself holds an interaction token, so nothing that is logged or
/// thrown is ever made from it.
/// </summary>
/// <param name="Name">For example <c>PATCH webhooks/{application}/{token}/messages/@original</c>, with the braces.</param>
internal sealed record DiscordRoute(string Name)
{
    /// <summary>Where a request carries its route through the handlers.</summary>
    public static readonly HttpRequestOptionsKey<DiscordRoute> Key = new("telenovela.discord.route");

    /// <summary>Whether doing it twice is as good as once, so that it may be repeated after a failure.</summary>
    public bool IsIdempotent { get; init; } = true;

    /// <summary>Whether it is a reply that somebody waits for, as long as the interaction's token lives.</summary>
    public bool IsReply { get; init; }

    /// <summary>Whether 404 may only mean that Discord hasn't processed our deferral yet.</summary>
    public bool MayOvertakeDeferral { get; init; }

    /// <summary>The route of a request that <see cref="DiscordRestClient"/> made.</summary>
    public static DiscordRoute Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var route) ? route : new DiscordRoute("unknown route") { IsIdempotent = false };
}
