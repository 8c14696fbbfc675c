using System.Text.RegularExpressions;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Formats;

/// <summary>One pass over one Fountain file.</summary>
internal sealed partial class FountainReader(SourceText source)
{
    /// <summary>The character name that stands for a speaker who isn't known.</summary>
    public const string UnknownSpeaker = "?";

    private const int MostArcs = 64;

    private readonly SkipLog _skips = new(source.FileName);
    private readonly SourceLines _places = new();
    private readonly List<Scene> _scenes = [];
    private readonly List<SceneElement> _elements = [];
    private readonly List<string> _paragraph = [];
    private readonly List<string> _synopsis = [];
    private List<FountainLine> _lines = [];
    private Scene _scene = new();
    private int _sceneLine = 1;
    private int _paragraphLine;
    private int _taken;

    /// <summary>Whether a line is a scene heading that needs no forcing.</summary>
    /// <param name="line">A cleaned line.</param>
    /// <returns>True for <c>INT. LOBBY - DAY</c> and the like.</returns>
    public static bool IsHeading(string line) => Heading().IsMatch(line);

    /// <summary>A heading without the numbers that production drafts put behind it.</summary>
    /// <param name="heading">A cleaned line.</param>
    /// <returns><c>INT. LOBBY - DAY</c> for <c>INT. LOBBY - DAY #12A#</c>.</returns>
    public static string WithoutSceneNumber(string heading) => SceneNumber().Replace(heading, "").TrimEnd();

    /// <summary>Whether a line is a transition that needs no forcing, given blank lines around it.</summary>
    /// <param name="line">A cleaned line.</param>
    /// <returns>True for <c>CUT TO:</c> and the like.</returns>
    public static bool IsTransition(string line) => line.EndsWith("TO:", StringComparison.Ordinal) && IsCapitals(line);

    /// <summary>Whether a text has capital letters and no small ones.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>False for text without letters.</returns>
    public static bool IsCapitals(string text)
    {
        var capitals = false;
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            capitals |= char.IsUpper(c);
        }

        return capitals;
    }

    public ReadResult Read()
    {
        _lines = FountainScanner.Scan(source.Text);
        var page = FountainTitlePage.Read(_lines, source.FileName, out var at);
        var fresh = true;
        while (at < _lines.Count)
        {
            var line = _lines[at];
            if (line.Note is not null)
            {
                AddArcs(line.Note);
                at++;
            }
            else if (fresh && IsCharacter(line.Text, at))
            {
                EndParagraph();
                at = ReadSpeech(at);
                fresh = true;
            }
            else
            {
                fresh = ReadLine(at, fresh);
                at++;
            }
        }

        EndParagraph();
        EndScene();
        if (_lines.Count >= ReadLimits.Lines)
        {
            _skips.Add(_lines[^1].Number, $"The file has more than {ReadLimits.Lines} lines; the rest was left out.");
        }

        return ReadResult.From(page with { Scenes = _scenes.ToValueList() }, "Fountain", _skips, _places);
    }

    private bool ReadLine(int at, bool fresh)
    {
        var line = _lines[at];
        var text = line.Text;
        if (text.Length == 0)
        {
            EndParagraph();
            return true;
        }

        var special = text[0] switch
        {
            '#' => true,
            '=' => true,
            '>' => true,
            '~' => true,
            '!' => true,
            '.' => fresh && text.Length > 1 && char.IsLetterOrDigit(text[1]),
            _ => fresh && (IsHeading(text) || IsTransition(at)),
        };
        if (special)
        {
            EndParagraph();
            ReadSpecial(line);
            return text[0] is not '!';
        }

        if (_paragraph.Count == 0)
        {
            _paragraphLine = line.Number;
        }

        _paragraph.Add(text);
        return false;
    }

    private void ReadSpecial(FountainLine line)
    {
        var text = line.Text;
        var rest = FountainMarkup.Decode(PlainText.Clean(text.AsSpan(1)));
        switch (text[0])
        {
            case '#':
                break;
            case '=':
                // Three or more make a page break.
                if (text.AsSpan().IndexOfAnyExcept('=') >= 0 && rest.Length > 0)
                {
                    _synopsis.Add(rest);
                }

                break;
            case '>' when text.EndsWith('<') && !text.EndsWith("\\<", StringComparison.Ordinal):
                Direct(line.Number, FountainMarkup.Decode(PlainText.Clean(text.AsSpan(1..^1))), DirectionKind.Centered);
                break;
            case '>':
                Direct(line.Number, rest, DirectionKind.Transition);
                break;
            case '~':
                Direct(line.Number, rest, DirectionKind.Song);
                break;
            case '!':
                Direct(line.Number, rest, DirectionKind.Action);
                break;
            case '.':
                BeginScene(line.Number, rest);
                break;
            default:
                if (IsHeading(text))
                {
                    BeginScene(line.Number, FountainMarkup.Decode(text));
                }
                else
                {
                    Direct(line.Number, FountainMarkup.Decode(text), DirectionKind.Transition);
                }

                break;
        }
    }

    private int ReadSpeech(int at)
    {
        var first = _lines[at];
        var (name, extensions, simultaneous) = CharacterName(first.Text);
        var speech = new List<string>(extensions);
        for (at++; at < _lines.Count && GoesOn(at); at++)
        {
            if (_lines[at].Note is { } note)
            {
                AddArcs(note);
            }
            else
            {
                speech.Add(_lines[at].Text.StartsWith('~') ? _lines[at].Text[1..] : _lines[at].Text);
            }
        }

        var line = ScriptLine.Parse(name == UnknownSpeaker ? null : name, FountainMarkup.Decode(string.Join(' ', speech)));
        line = line with { Cues = [.. line.Cues.Where(cue => !(IsCapitals(cue.Text) && Continuation.Is(cue.Text)))] };
        if (line.Text.Length == 0 && line.Cues.Count == 0)
        {
            _skips.Add(first.Number, $"The character {name} says nothing here.");
        }
        else
        {
            Add(first.Number, line with { Simultaneous = simultaneous });
        }

        return at;
    }

    /// <summary>
    /// Whether a line belongs to the speech above it. Comments don't end a speech, but what can't be spoken after them does.
    /// </summary>
    private bool GoesOn(int at)
    {
        var line = _lines[at];
        if (!line.IsComment)
        {
            return line.Text.Length > 0 || line.IsHeldOpen || line.Note is not null;
        }

        var next = AfterComments(at);
        return next < _lines.Count && _lines[next].Text is { Length: > 0 } text &&
            text[0] is not ('!' or '.' or '>' or '=' or '#') && !IsHeading(text) && !IsTransition(next) && !IsCharacter(text, next);
    }

    private int AfterComments(int at)
    {
        while (at < _lines.Count && (_lines[at].IsComment || _lines[at].Note is not null))
        {
            at++;
        }

        return at;
    }

    private bool IsCharacter(string text, int at)
    {
        // A speech has to follow at once; notes and comments may stand in between.
        var next = AfterComments(at + 1);
        if (text.Length == 0 || next >= _lines.Count || _lines[next].Text.Length == 0)
        {
            return false;
        }

        if (text[0] == '@')
        {
            return CharacterName(text).Name.Length > 0;
        }

        return text[0] is not ('!' or '.' or '>' or '~' or '=' or '#' or '(') && !text.EndsWith(':') && !IsHeading(text) &&
            IsCapitals(CharacterName(text).Name);
    }

    /// <summary>Takes a cue line apart: <c>@McCoy (V.O.) ^</c>.</summary>
    private static (string Name, List<string> Extensions, bool Simultaneous) CharacterName(string text)
    {
        var name = FountainMarkup.Decode(PlainText.Clean(text.StartsWith('@') ? text.AsSpan(1) : text));
        var pairs = Parentheses.Outermost(name);
        var simultaneous = false;
        var extensions = new List<string>();
        var end = name.Length;
        for (var pair = pairs.Count - 1; ; pair--)
        {
            while (end > 0 && name[end - 1] is '^' or ' ')
            {
                simultaneous |= name[--end] == '^';
            }

            if (pair < 0 || pairs[pair].Close != end - 1 || pairs[pair].Open == 0)
            {
                break;
            }

            var words = PlainText.Clean(name.AsSpan(pairs[pair].Open + 1, end - pairs[pair].Open - 2));
            if (words.Length > 0 && !Continuation.Is(words))
            {
                extensions.Add($"({FountainMarkup.Encode(words)})");
            }

            end = pairs[pair].Open;
        }

        extensions.Reverse();
        return (name[..end], extensions, simultaneous);
    }

    private bool IsTransition(int at) =>
        IsTransition(_lines[at].Text) && !_lines[at].EndsInSpace && (at + 1 >= _lines.Count || _lines[at + 1].Text.Length == 0);

    private void AddArcs(string note)
    {
        if (!note.StartsWith("arc:", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var part in note[4..].Split(','))
        {
            var arc = PlainText.Clean(part.Replace('[', ' ').Replace(']', ' '));
            if (arc.Length > 0 && _scene.Arcs.Count < MostArcs && !_scene.Arcs.Contains(arc))
            {
                _scene = _scene with { Arcs = [.. _scene.Arcs, arc] };
            }
        }
    }

    private void EndParagraph()
    {
        if (_paragraph.Count == 0)
        {
            return;
        }

        var text = FountainMarkup.Decode(string.Join(' ', _paragraph));
        _paragraph.Clear();
        var sound = Parentheses.EncloseAll(text) ? PlainText.Clean(text.AsSpan(1..^1)) : "";
        Direct(_paragraphLine, sound.Length > 0 ? sound : text, sound.Length > 0 ? DirectionKind.Sound : DirectionKind.Action);
    }

    private void Direct(int line, string text, DirectionKind kind)
    {
        if (text.Length > 0)
        {
            Add(line, new StageDirection(text, kind));
        }
    }

    private void Add(int line, SceneElement element)
    {
        if (IsTaken(line))
        {
            _elements.Add(_places.At(line, element));
        }
    }

    private bool IsTaken(int line)
    {
        if (++_taken == ReadLimits.Paragraphs + 1)
        {
            _skips.Add(line, $"The file has more than {ReadLimits.Paragraphs} scenes and elements; the rest was left out.");
        }

        return _taken <= ReadLimits.Paragraphs;
    }

    private void BeginScene(int line, string heading)
    {
        EndScene();
        _scene = new Scene { Heading = WithoutSceneNumber(heading) };
        _sceneLine = line;
    }

    private void EndScene()
    {
        var synopsis = _synopsis.Count == 0 ? null : string.Join(' ', _synopsis);
        if ((_scene.Heading is not null || synopsis is not null || _scene.Arcs.Count > 0 || _elements.Count > 0) && IsTaken(_sceneLine))
        {
            _scenes.Add(_places.At(_sceneLine, _scene with { Synopsis = synopsis, Elements = _elements.ToValueList() }));
        }

        _elements.Clear();
        _synopsis.Clear();
        _scene = new Scene();
    }

    [GeneratedRegex(@"^(?:INT|EXT|EST|INT\.?/EXT|EXT\.?/INT|I/E)[. ]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?: ?#[\p{L}\p{N}.-]{1,12}#)+$", RegexOptions.NonBacktracking)]
    private static partial Regex SceneNumber();
}
