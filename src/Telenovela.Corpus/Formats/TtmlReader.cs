using System.Globalization;
using System.Text;
using System.Xml;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Formats;

/// <summary>One pass over one TTML file.</summary>
internal sealed class TtmlReader(SourceText source)
{
    private const string Xml = "http://www.w3.org/XML/1998/namespace";

    private readonly CaptionScript _script = new(source, "TTML");
    private readonly Dictionary<string, string> _agents = new(StringComparer.Ordinal);
    private readonly List<(Caption Caption, string Language)> _captions = [];
    private readonly List<string> _rows = [];
    private readonly StringBuilder _row = new();
    private double _frameRate = 30;
    private double _tickRate = 1;
    private string _language = "";
    private string _title = "";
    private string? _agent;
    private int? _asideDepth;
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
        EndOutside("body", line);
        AddCaptions();
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
                    End(name, reader.Depth, line);
                }

                break;
            case XmlNodeType.EndElement:
                End(reader.LocalName, reader.Depth, line);
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
                EndOutside(name, line);
                Language(reader);
                break;
            case "agent":
                _agent = reader.GetAttribute("id", Xml);
                break;
            case "p":
                EndOutside(name, line);
                EndParagraph();
                _paragraph = new Paragraph(
                    line, Time(reader, "begin", line), Time(reader, "end", line), Attribute(reader, "agent"), reader.XmlLang);
                break;
            case "br" when _paragraph is not null:
                EndRow();
                break;
            case "br":
                EndOutside(name, line);
                break;
            case "head" or "metadata" or "title" or "desc" or "copyright" or "name":
                EndOutside("", line);
                _asideDepth ??= reader.Depth;
                break;
            case "span" when Attribute(reader, "role") is "x-translation" or "x-roman":
                _script.Skips.Add(line, "What stands here beside the words, a translation or a transcription, was left out.");
                _asideDepth ??= reader.Depth;
                break;
        }
    }

    private void End(string name, int depth, int line)
    {
        switch (name)
        {
            case "p":
                EndParagraph();
                break;
            case "agent":
                _agent = null;
                break;
        }

        EndOutside(name, line);
        _asideDepth = depth == _asideDepth ? null : _asideDepth;
    }

    /// <summary>
    /// Takes the text that stood outside paragraphs: what the head says of the script, or words that are shown all the same.
    /// </summary>
    private void EndOutside(string name, int line)
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
        else if (_asideDepth is null)
        {
            _captions.Add((new Caption(line, null, null, null, [words]), ""));
        }
    }

    private void Say(string text)
    {
        if (_paragraph is not null && _asideDepth is not null)
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
                _captions.Add((
                    new Caption(paragraph.Line, paragraph.Begin.Seconds, paragraph.End.Seconds, speaker, [.. _rows]),
                    paragraph.Language));
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
            _language = PlainText.Clean(reader.XmlLang);
        }
    }

    /// <summary>Adds the captions of one language: the one that is wanted, else the file's own, else the first that has captions.</summary>
    private void AddCaptions()
    {
        var languages = _captions.Select(caption => FolderName.Code(caption.Language)).Where(IsOne).Distinct().ToList();
        var wanted = new[] { source.Language ?? "", FolderName.Code(_language) }.Concat(languages).FirstOrDefault(languages.Contains);
        if (wanted is not null && wanted != FolderName.Code(_language))
        {
            _language = wanted;
        }

        foreach (var (caption, _) in _captions.Where(caption => !IsOther(caption.Language)))
        {
            _script.Add(caption);
        }

        foreach (var other in _captions.Where(caption => IsOther(caption.Language)).GroupBy(caption => FolderName.Code(caption.Language)))
        {
            _script.Skips.Add(
                other.First().Caption.Line,
                $"{other.Count()} paragraphs from here on are in another language, \"{Excerpt.Of(other.Key)}\"; they were left out. " +
                "To have them, import the file for a telenovela in that language.");
        }

        bool IsOther(string language) => FolderName.Code(language) is var code && code != wanted && IsOne(code);

        static bool IsOne(string code) => code is not ("" or "und" or "mul" or "zxx");
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

    private sealed record Paragraph(
        int Line, (double? Seconds, bool IsReadable) Begin, (double? Seconds, bool IsReadable) End, string? Agent, string Language)
    {
        public bool IsReadable => Begin.IsReadable && End.IsReadable;
    }
}
