namespace Telenovela.Tests.Loopback;

/// <summary>A file that came with a payload.</summary>
public sealed record LoopbackFile(string Part, string Name, string ContentType, byte[] Content);
