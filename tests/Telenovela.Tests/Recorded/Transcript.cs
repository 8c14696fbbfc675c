using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Telenovela.Tests.Recorded;

/// <summary>What one interaction was answered with: the first response, and the messages that came later.</summary>
/// <param name="First">The callback's JSON.</param>
/// <param name="Later">Each with how it was sent (PATCH, POST) and its body.</param>
internal sealed record Transcript(string First, IReadOnlyList<string> Later)
{
    /// <summary>Writes JSON in one form: error ids are random, times pass, and become the same everywhere.</summary>
    public static string Normalise(JsonNode? json) => Regex.Replace(
        Regex.Replace(json?.ToJsonString() ?? "", "`[0-9a-f]{8}`", "`error-id`"), @"t:\d{9,}", "t:0");

    /// <summary>Whether a first response promises a message to come.</summary>
    public static bool IsDeferral(JsonNode? first) => first?["type"]?.GetValue<int>() is 5 or 6;

    /// <summary>Whether an edit only ends "thinking…", so that a private message can follow and it can be deleted.</summary>
    public static bool IsPlaceholder(JsonNode? edit) => (string?)edit?["content"] == "…";
}
