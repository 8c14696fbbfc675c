using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Checks;

/// <summary>One pass over one README.</summary>
internal sealed class BibleReader(string markdown)
{
    private readonly Dictionary<string, string> _facts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<BibleRow>> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _logline = [];
    private readonly List<string> _world = [];
    private string _title = "";
    private string _section = "";
    private bool _hasHeader;

    public Bible Read()
    {
        var number = 0;
        foreach (var raw in markdown.AsSpan().EnumerateLines())
        {
            Take(++number, PlainText.Clean(raw));
        }

        return new Bible
        {
            Title = _title,
            Logline = string.Join(' ', _logline),
            Facts = _facts,
            World = string.Join(' ', _world),
            HasCast = _tables.ContainsKey("Cast"),
            Characters = [.. Rows("Cast").Select(row => Character(row, isMinor: false)), .. Rows("Minor roles").Select(row => Character(row, isMinor: true))],
            Threads = Rows("Threads").Select(Thread).ToValueList(),
            Arcs = Rows("Arcs").GroupBy(row => row.Cell(0), StringComparer.OrdinalIgnoreCase).ToDictionary(arc => arc.Key, arc => arc.First().Cell(1), StringComparer.OrdinalIgnoreCase),
            Catchphrases = Rows("Catchphrases").Select(row => new BibleCatchphrase(row.Line, row.Cell(0).Trim('"'), row.Cell(1))).ToValueList(),
        };
    }

    private static BibleCharacter Character(BibleRow row, bool isMinor) => new(row.Line, row.Cell(0), row.Cell(1), isMinor);

    private static BibleThread Thread(BibleRow row) => new(
        row.Line,
        row.Cell(0),
        row.Cell(1),
        row.Cell(2),
        row.Cell(3).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToValueList(),
        row.Cell(4));

    private void Take(int number, string line)
    {
        if (line.StartsWith("## ", StringComparison.Ordinal))
        {
            _section = line[3..].Trim();
            _tables.TryAdd(_section, []);
            _hasHeader = false;
        }
        else if (line.StartsWith("# ", StringComparison.Ordinal))
        {
            _title = _title.Length == 0 ? line[2..].Trim() : _title;
        }
        else if (line.StartsWith('|'))
        {
            TakeRow(number, line);
        }
        else if (line.Length > 0 && _section.Length == 0)
        {
            TakeIntroduction(line);
        }
        else if (line.Length > 0 && string.Equals(_section, "World", StringComparison.OrdinalIgnoreCase))
        {
            _world.Add(line);
        }
    }

    private void TakeIntroduction(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (line.StartsWith("- ", StringComparison.Ordinal) && colon > 2)
        {
            _facts.TryAdd(line[2..colon], line[(colon + 2)..]);
        }
        else if (_facts.Count == 0)
        {
            _logline.Add(line);
        }
    }

    private void TakeRow(int number, string line)
    {
        var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        if (cells.All(cell => cell.Length > 0 && cell.AsSpan().IndexOfAnyExcept('-', ':') < 0))
        {
            return;
        }

        // A table's first row names its columns.
        if (_hasHeader && _tables.TryGetValue(_section, out var rows) && cells[0].Length > 0)
        {
            rows.Add(new BibleRow(number, cells.ToValueList()));
        }

        _hasHeader = true;
    }

    private List<BibleRow> Rows(string section) => _tables.GetValueOrDefault(section) ?? [];
}
