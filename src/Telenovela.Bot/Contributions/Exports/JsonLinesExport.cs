using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Telenovela.Corpus.Dataset;

namespace Telenovela.Bot.Contributions.Exports;

/// <summary>JSON lines with a dataset card (huggingface.co/docs/hub/datasets-cards).</summary>
internal static class JsonLinesExport
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The files of the dataset.</summary>
    /// <param name="lines">In the order of their approval.</param>
    public static IEnumerable<ExportFile> Files(IReadOnlyList<ApprovedLine> lines)
    {
        var splits = new List<(string Name, ExportFile File, int Lines)>();
        foreach (var (name, part) in new[] { ("train", lines.Where(line => !line.HeldOut).ToList()), ("test", lines.Where(line => line.HeldOut).ToList()) })
        {
            // A split without a line would be refused by readers of the card.
            if (part.Count > 0)
            {
                splits.Add((name, new ExportFile($"data/{name}.jsonl", Lines(part)), part.Count));
            }
        }

        return [.. splits.Select(split => split.File), new ExportFile("README.md", Card(lines, splits))];
    }

    private static string Lines(IEnumerable<ApprovedLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var record = new
            {
                Id = line.Sequence,
                line.Telenovela,
                Title = line.TelenovelaTitle,
                Language = FolderName.Code(line.Language),
                line.Character,
                line.Text,
                line.Arc,
                line.Contributor,
                line.ApprovedOn,
            };
            text.Append(JsonSerializer.Serialize(record, Json)).Append('\n');
        }

        return text.ToString();
    }

    private static string Card(IReadOnlyList<ApprovedLine> lines, List<(string Name, ExportFile File, int Lines)> splits)
    {
        var languages = lines.Select(line => FolderName.Code(line.Language)).Distinct().Order(StringComparer.Ordinal).ToList();
        var bytes = splits.Sum(split => (long)Encoding.UTF8.GetByteCount(split.File.Content));
        var card = new StringBuilder();
        card.Append("---\nlicense: cc0-1.0\npretty_name: Lines given to Telenovela\n");
        List(card, "language", languages.Select(language => JsonSerializer.Serialize(language, Json)));
        card.Append("annotations_creators:\n- expert-generated\nlanguage_creators:\n- crowdsourced\n");
        card.Append("task_categories:\n- text-generation\ntags:\n- telenovela\n- dialogue\n- screenplay\n");
        card.Append(CultureInfo.InvariantCulture, $"size_categories:\n- {SizeOf(lines.Count)}\n");
        if (splits.Count > 0)
        {
            card.Append("configs:\n- config_name: default\n  data_files:\n");
            foreach (var split in splits)
            {
                card.Append(CultureInfo.InvariantCulture, $"  - split: {split.Name}\n    path: {split.File.Path}\n");
            }
        }

        card.Append("dataset_info:\n  features:\n");
        foreach (var (name, type, _) in Fields)
        {
            card.Append(CultureInfo.InvariantCulture, $"  - name: {name}\n    dtype: {type}\n");
        }

        card.Append(splits.Count > 0 ? "  splits:\n" : "  splits: []\n");
        foreach (var split in splits)
        {
            card.Append(CultureInfo.InvariantCulture, $"  - name: {split.Name}\n    num_bytes: {Encoding.UTF8.GetByteCount(split.File.Content)}\n    num_examples: {split.Lines}\n");
        }

        card.Append(CultureInfo.InvariantCulture, $"  dataset_size: {bytes}\n---\n\n# Lines given to Telenovela\n\n");
        card.Append("Single lines and short exchanges in the manner of telenovelas.\n\n## Fields\n| field | type | what |\n|---|---|---|\n");
        foreach (var (name, type, what) in Fields)
        {
            card.Append(CultureInfo.InvariantCulture, $"| `{name}` | {type} | {what} |\n");
        }

        card.Append("\n## Splits\n`test` is every tenth approved line. Telenovela never trains on it, and neither should you.\n\n| split | lines |\n|---|---|\n");
        foreach (var split in splits)
        {
            card.Append(CultureInfo.InvariantCulture, $"| {split.Name} | {split.Lines} |\n");
        }

        card.Append("\n## Telenovelas\n| telenovela | language | lines |\n|---|---|---|\n");
        foreach (var group in lines.GroupBy(line => (line.Telenovela, Language: FolderName.Code(line.Language)))
            .OrderBy(group => group.Key.Telenovela, StringComparer.Ordinal).ThenBy(group => group.Key.Language, StringComparer.Ordinal))
        {
            card.Append(CultureInfo.InvariantCulture, $"| {ExportText.Plain(group.First().TelenovelaTitle)} | {ExportText.Plain(group.Key.Language)} | {group.Count()} |\n");
        }

        card.Append("\n## How the lines were collected\n").Append(ExportText.Process);
        card.Append("\n## Licence\nCC0-1.0.\n\n## Contributors\n").Append(ExportText.Contributors(lines));
        return card.ToString();
    }

    private static (string Name, string Type, string What)[] Fields =>
    [
        ("id", "int64", "the how-manieth approved line it was; numbers of deleted lines are missing"),
        ("telenovela", "string", "the telenovela's id"),
        ("title", "string", "the telenovela's title"),
        ("language", "string", "ISO 639-1"),
        ("character", "string", "who speaks, or null"),
        ("text", "string", "the words; cues in parentheses"),
        ("arc", "string", "the plot line, or null"),
        ("contributor", "string", "the giver's chosen name or pseudonym"),
        ("approved_on", "string", "the day of approval, UTC"),
    ];

    private static void List(StringBuilder card, string key, IEnumerable<string> values)
    {
        var list = values.ToList();
        card.Append(key).Append(list.Count > 0 ? ":\n" : ": []\n");
        foreach (var value in list)
        {
            card.Append("- ").Append(value).Append('\n');
        }
    }

    private static string SizeOf(int lines) => lines switch
    {
        < 1_000 => "n<1K",
        < 10_000 => "1K<n<10K",
        < 100_000 => "10K<n<100K",
        < 1_000_000 => "100K<n<1M",
        _ => "1M<n<10M",
    };
}
