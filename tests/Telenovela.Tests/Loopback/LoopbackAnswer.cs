using System.Net;
using System.Text.Json.Nodes;

namespace Telenovela.Tests.Loopback;

/// <summary>What the bot answered to an interaction that was posted to it.</summary>
public sealed record LoopbackAnswer(HttpStatusCode Status, JsonNode? Json, IReadOnlyList<LoopbackFile> Files)
{
    /// <summary>The callback's type.</summary>
    public int Type => Json!["type"]!.GetValue<int>();
}
