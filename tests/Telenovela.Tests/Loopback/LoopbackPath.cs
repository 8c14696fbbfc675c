using System.Text.RegularExpressions;

namespace Telenovela.Tests.Loopback;

/// <summary>Tells what a call asks for by its method and path.</summary>
internal static partial class LoopbackPath
{
    public static LoopbackCallKind KindOf(string method, string path) => (method, path) switch
    {
        ("POST", _) when CallbackPath().IsMatch(path) => LoopbackCallKind.Callback,
        ("PATCH", _) when OriginalPath().IsMatch(path) => LoopbackCallKind.Edit,
        ("DELETE", _) when OriginalPath().IsMatch(path) => LoopbackCallKind.Delete,
        ("POST", _) when WebhookPath().IsMatch(path) => LoopbackCallKind.FollowUp,
        ("GET", _) when CommandsPath().IsMatch(path) => LoopbackCallKind.GetCommands,
        ("PUT", _) when CommandsPath().IsMatch(path) => LoopbackCallKind.PutCommands,
        _ => LoopbackCallKind.Other,
    };

    [GeneratedRegex(@"^interactions/[0-9]+/[^/]+/callback$")]
    private static partial Regex CallbackPath();

    [GeneratedRegex(@"^webhooks/[0-9]+/[^/]+/messages/@original$")]
    private static partial Regex OriginalPath();

    [GeneratedRegex(@"^webhooks/[0-9]+/[^/]+$")]
    private static partial Regex WebhookPath();

    [GeneratedRegex(@"^applications/[0-9]+/(guilds/[0-9]+/)?commands$")]
    private static partial Regex CommandsPath();
}
