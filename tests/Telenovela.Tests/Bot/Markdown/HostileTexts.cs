using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Telenovela.Tests.Bot.Markdown;

/// <summary>Texts that want to ping, link, format or confuse (<c>hostile-texts.json</c>).</summary>
internal static class HostileTexts
{
    public static IReadOnlyList<string> All { get; } = Read();

    private static List<string> Read()
    {
        var root = typeof(HostileTexts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "tests", "Telenovela.Tests", "Bot", "Markdown", "hostile-texts.json")));

        // Some are half a surrogate pair, which the reader refuses to make a string of.
        return [.. file.RootElement.EnumerateArray().Select(text => Regex.Unescape(text.GetRawText()[1..^1]))];
    }
}
