using Telenovela.Cli;

namespace Telenovela.Hosting;

/// <summary>Which transport runs follows from what is configured.</summary>
internal static class TransportChoice
{
    /// <summary>Whether this build holds Discord.Net.</summary>
    public static bool HasGateway =>
#if DISCORDNET
        true;
#else
        false;
#endif

    /// <summary>
    /// Token and gateway build: gateway. Public key: HTTP endpoint. Neither: playground.
    /// (Discord delivers by one of the two ways only, so they are never both on.)
    /// </summary>
    /// <param name="token"><c>Discord:Token</c>.</param>
    /// <param name="publicKey"><c>Discord:PublicKey</c>.</param>
    /// <param name="hasGateway">See <see cref="HasGateway"/>.</param>
    /// <exception cref="FailureException">A token alone in a build without gateway: the message names both ways out.</exception>
    public static Transport Choose(string? token, string? publicKey, bool hasGateway) => (token, publicKey) switch
    {
        ({ Length: > 0 }, _) when hasGateway => Transport.Gateway,
        (_, { Length: > 0 }) => Transport.Http,
        ({ Length: > 0 }, _) => throw new FailureException(
            "Discord:Token is set, but this build has no gateway. Either build with `-p:DiscordNet=true` to receive interactions " +
            "through the gateway, or set Discord:PublicKey (Discord Developer Portal, General Information) and enter this bot's " +
            "address followed by /interactions there as Interactions Endpoint URL."),
        _ => Transport.Playground,
    };
}
