using System.Text.Json.Nodes;

namespace Telenovela.Tests.Recorded;

/// <summary>One call that the bot made.</summary>
internal sealed record RestCall(string Method, string Path, JsonNode? Body);
