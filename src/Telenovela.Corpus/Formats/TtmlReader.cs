using System.Globalization;
using System.Text;
using System.Xml;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Formats;

/// <summary>One pass over one TTML file.</summary>
internal sealed class TtmlReader(SourceText source)
{
    private const string Xml = "http://www.w3.org/XML/1998/namespace";

    private readonly CaptionScript _script = new(source, "TTML");
    private readonly Dictionary<string, string> _agents = new(StringComparer.Ordinal);
    private readonly List<string> _rows = [];
    private readonly StringBuilder _row = new();
    private double _frameRate = 30;
    private double _tickRate = 1;
    private string _language = "";
    private string _title = "";
    private string? _agent;
    private Paragraph? _paragraph;

    public ReadResult Read()
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = ReadLimits.FileBytes * 2L,
            MaxCharactersFromEntities = 1024,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        var line = 1;
        try
        {
            using var text = new StringReader(XmlEntities.Mend(source.Text.TrimStart('\ufeff', ' ', '\n', '\t')));
            using var reader = XmlReader.Create(text, settings);
            var position = (IXmlLineInfo)reader;
            while (reader.Read())
            {
                line = position.LineNumber;
                if (reader.Depth > ReadLimits.XmlDepth)
                {
                    _script.Skips.Add(line, $"The XML is nested deeper than {ReadLimits.XmlDepth} levels; reading stopped here.");
                    break;
                }

                Take(reader, line);
            }
        }
        catch (XmlException error)
        {
            var reason = error.Message.Contains("DTD", StringComparison.Ordinal)
                ? "Document types and entities of their own are not allowed; nothing was read from here on."
                : $"The XML breaks off or is damaged here; nothing was read from here on. ({Excerpt.Of(error.Message)})";
            _script.Skips.Add(Math.Max(error.LineNumber, line), reason);
        }

        EndParagraph();
        return _script.Build(new Episode { Language = _language, Title = _title });
    }

    private void Take(XmlReader reader, int line)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var name = reader.LocalName;
                var isEmpty = reader.IsEmptyElement;
                Begin(reader, name, line);
                if (isEmpty)
                {
                    End(name);
                }

                break;
            case XmlNodeType.EndElement:
                End(reader.LocalName);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                Say(reader.Value);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when _paragraph is not null:
                _row.Append(' ');
                break;
        }
    }

    private void Begin(XmlReader reader, string name, int line)
    {
        switch (name)
        {
            case "tt":
                _frameRate = Rate(reader, "frameRate", _frameRate);
                _tickRate = Rate(reader, "tickRate", _frameRate);
                Language(reader);
                break;
            case "div" or "body":
                Language(reader);
                break;
            case "agent":
                _agent = reader.GetAttribute("id", Xml);
                break;
            case "p":
                EndHead("div");
                EndParagraph();
                _paragraph = new Paragraph(line, Time(reader, "begin", line), Time(reader, "end", line), Attribute(reader, "agent"));
                break;
            case "br":
                EndRow();
                break;
            case "metadata" or "title" or "desc" or "copyright" or "name":
                _paragraph?.Hide();
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p":
                EndParagraph();
                break;
            case "agent":
                _agent = null;
                break;
            case "metadata" or "title" or "desc" or "copyright" or "name":
                _paragraph?.Show();
                break;
        }

        EndHead(name);
    }

    private void EndHead(string name)
    {
        if (_paragraph is not null)
        {
            return;
        }

        var words = PlainText.Clean(_row.ToString());
        _row.Clear();
        if (words.Length == 0)
        {
            return;
        }

        if (name == "title")
        {
            _title = words;
        }
        else if (name == "name" && _agent is not null && _agents.Count < 1000)
        {
            _agents[_agent] = words;
        }
        else if (name is "div" or "body" or "span")
        {
            _script.Add(new Caption(1, null, null, null, [words]));
        }
    }

    private void Say(string text)
    {
        if (_paragraph is { IsHidden: true })
        {
            return;
        }

        // White space in XML is only a space; rows are made by br.
        _row.Append(_paragraph is null ? text : text.ReplaceLineEndings(" "));
    }

    private void EndRow()
    {
        _rows.Add(_row.ToString());
        _row.Clear();
    }

    private void EndParagraph()
    {
        if (_paragraph is { } paragraph)
        {
            EndRow();
            if (paragraph.IsReadable)
            {
                var speaker = paragraph.Agent is { } agent ? _agents.GetValueOrDefault(agent.Split(' ')[0]) : null;
                _script.Add(new Caption(paragraph.Line, paragraph.Begin.Seconds, paragraph.End.Seconds, speaker, [.. _rows]));
            }
        }

        _rows.Clear();
        _paragraph = null;
    }

    private (double? Seconds, bool IsReadable) Time(XmlReader reader, string name, int line)
    {
        if (Attribute(reader, name) is not { } text)
        {
            return (null, true);
        }

        var seconds = CaptionClock.Ttml(text, _frameRate, _tickRate);
        if (seconds is null)
        {
            _script.Skips.Add(line, $"The {name} time \"{Excerpt.Of(text)}\" can't be read; the paragraph was left out.");
        }

        return (seconds, seconds is not null);
    }

    private void Language(XmlReader reader)
    {
        if (_language.Length == 0)
        {
            _language = PlainText.Clean(reader.GetAttribute("lang", Xml) ?? "");
        }
    }

    private static double Rate(XmlReader reader, string name, double otherwise) =>
        double.TryParse(Attribute(reader, name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and < 1e12 ? rate : otherwise;

    /// <summary>An attribute by its local name, whatever its namespace.</summary>
    private static string? Attribute(XmlReader reader, string name)
    {
        string? value = null;
        for (var found = reader.MoveToFirstAttribute(); found; found = reader.MoveToNextAttribute())
        {
            value ??= reader.LocalName == name ? reader.Value : null;
        }

        reader.MoveToElement();
        return value;
    }

    private sealed record Paragraph(int Line, (double? Seconds, bool IsReadable) Begin, (double? Seconds, bool IsReadable) End, string? Agent)
    {
        private int _hidden;

        public bool IsHidden => _hidden > 0;

        public bool IsReadable => Begin.IsReadable && End.IsReadable;

        public void Hide() => _hidden++;

        public void Show() => _hidden--;
    }
}
