using System.Text;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Formats;

/// <summary>
/// Takes notes (<c>[[...]]</c>) and the boneyard (<c>/* ... */</c>) out of a Fountain text and cuts the rest into lines. A comment that
/// is never closed, or a note that runs over an empty line, is text. A line that held only comments is blank, and marked as such.
/// </summary>
internal sealed class FountainScanner(string text)
{
    private readonly List<FountainLine> _lines = [];
    private readonly List<FountainLine> _notes = [];
    private readonly StringBuilder _line = new();
    private int _number = 1;
    private int _lineStart = 1;
    private bool _hadComment;

    // Positions found ahead are kept, so that a file full of opening marks is not searched again for each.
    private int _noteEnd = -1;
    private int _emptyLine = -1;
    private int _boneyardEnd = -1;

    public static List<FountainLine> Scan(string text) => new FountainScanner(text).Scan();

    private List<FountainLine> Scan()
    {
        for (var i = 0; i < text.Length && _lines.Count < ReadLimits.Lines; i++)
        {
            var c = text[i];
            var next = i + 1 < text.Length ? text[i + 1] : '\n';
            if (c == '\n')
            {
                EndLine();
            }
            else if (c == '\\' && next != '\n')
            {
                _line.Append(c).Append(next);
                i++;
            }
            else if (c == '[' && next == '[' && NoteEnd(i + 2) is var close and >= 0)
            {
                _notes.Add(new FountainLine(_number, "", false, false, PlainText.Clean(text.AsSpan(i + 2, close - i - 2))));
                SkipTo(i, close + 2);
                i = close + 1;
            }
            else if (c == '/' && next == '*' && Find(ref _boneyardEnd, "*/", i + 2) is var end && end < text.Length)
            {
                SkipTo(i, end + 2);
                i = end + 1;
            }
            else
            {
                _line.Append(c);
            }
        }

        EndLine();
        return _lines;
    }

    private void SkipTo(int from, int to)
    {
        _number += text.AsSpan(from, to - from).Count('\n');
        _hadComment = true;
        if (_line.Length == 0)
        {
            _lineStart = _number;
        }
    }

    private void EndLine()
    {
        var raw = _line.ToString();
        var clean = PlainText.Clean(raw);
        var repeatedBlank = raw.Length == 0 && !_hadComment &&
            _lines is [.., { Text.Length: 0, Note: null, IsHeldOpen: false, IsComment: false }];
        if (clean.Length > 0 || !repeatedBlank)
        {
            var isComment = clean.Length == 0 && _hadComment;
            var held = clean.Length == 0 && !isComment && raw.Length >= 2 && raw.AsSpan().IndexOfAnyExcept(' ') < 0;
            var indented = raw.StartsWith("   ", StringComparison.Ordinal) || raw.StartsWith('\t');
            _lines.Add(new FountainLine(_lineStart, clean, held, indented, null)
            {
                IsComment = isComment,
                EndsInSpace = raw.EndsWith(' ') && !_hadComment,
            });
        }

        // After their line, so that a note at the end of a heading belongs to the scene that it opens.
        _lines.AddRange(_notes);
        _notes.Clear();
        _line.Clear();
        _hadComment = false;
        _lineStart = ++_number;
    }

    private int NoteEnd(int from)
    {
        var close = Find(ref _noteEnd, "]]", from);
        return close < text.Length && close < Find(ref _emptyLine, "\n\n", from) ? close : -1;
    }

    /// <summary>The first place of the mark at or after a position that never goes back; the text's length where there is none.</summary>
    private int Find(ref int known, string mark, int from)
    {
        if (known < from)
        {
            var found = from >= text.Length ? -1 : text.IndexOf(mark, from, StringComparison.Ordinal);
            known = found < 0 ? text.Length : found;
        }

        return known;
    }
}
