using System.Text.Json.Nodes;

namespace Telenovela.Tests.Loopback;

/// <summary>One REST call that reached the loopback, with what it answered.</summary>
/// <param name="Kind">What was asked.</param>
/// <param name="Path">Behind the API's base, the interaction token included.</param>
/// <param name="Json">The payload; null where there was none.</param>
/// <param name="Files">The files beside it.</param>
/// <param name="At">When it came, by the loopback's clock.</param>
/// <param name="Status">What was answered; 0 for a connection cut off.</param>
public sealed record LoopbackCall(LoopbackCallKind Kind, string Path, JsonNode? Json, IReadOnlyList<LoopbackFile> Files, DateTimeOffset At, int Status);
