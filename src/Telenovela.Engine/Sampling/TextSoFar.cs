using System.Text;

namespace Telenovela.Engine.Sampling;

/// <summary>Context, prompt, and what was written behind them.</summary>
internal sealed class TextSoFar
{
    private readonly StringBuilder _text;
    private readonly int _before;
    private readonly int _begun;
    private int _line;

    /// <summary>Nothing is written yet.</summary>
    /// <param name="before">Context and prompt.</param>
    /// <param name="begun">
    /// Characters that the prompt had behind them and that are written anew: a word begun there is the prompt's.
    /// </param>
    public TextSoFar(string before, int begun = 0)
    {
        _begun = before.Length + begun;
        _text = new StringBuilder(before);
        _before = before.Length;
        _line = before.LastIndexOf('\n') + 1;
    }

    /// <summary>Characters written.</summary>
    public int Written => _text.Length - _before;

    /// <summary>Characters behind the prompt; negative while the word that was taken from it is written anew.</summary>
    public int Own => _text.Length - _begun;

    /// <summary>The line that is under way, without its line feed.</summary>
    public string Line => _text.ToString(_line, _text.Length - _line);

    /// <summary>Whether the line before is empty, or there is none: an empty line has no place here.</summary>
    public bool IsAfterEmptyLine => _line < 2 || _text[_line - 2] == '\n';

    /// <summary>What was written.</summary>
    public override string ToString() => _text.ToString(_before, Written);

    /// <summary>What was written behind the first <paramref name="count"/> characters of it.</summary>
    public string Behind(int count) => count < Written ? _text.ToString(_before + count, Written - count) : "";

    /// <summary>The last characters, context and prompt included.</summary>
    public string Tail(int length) => _text.ToString(Math.Max(0, _text.Length - length), Math.Min(length, _text.Length));

    /// <summary>
    /// The whole lines before the one under way, written or read, the last one first; empty ones are passed over.
    /// Fewer where there are fewer.
    /// </summary>
    public List<string> LastLines(int count)
    {
        var lines = new List<string>();
        for (var end = _line - 1; end >= 0 && lines.Count < count;)
        {
            var start = end;
            while (start > 0 && _text[start - 1] != '\n')
            {
                start--;
            }

            if (end > start)
            {
                lines.Add(_text.ToString(start, end - start));
            }

            end = start - 1;
        }

        return lines;
    }

    /// <summary>The letters and apostrophes at the end.</summary>
    /// <param name="isBegun">Whether context or prompt began the word.</param>
    public string LastWord(out bool isBegun)
    {
        var start = _text.Length;
        while (start > 0 && (char.IsLetter(_text[start - 1]) || _text[start - 1] == '\''))
        {
            start--;
        }

        isBegun = start < _begun && start < _text.Length;
        return _text.ToString(start, _text.Length - start);
    }

    public void Append(string token)
    {
        _text.Append(token);
        var feed = token.LastIndexOf('\n');
        if (feed >= 0)
        {
            _line = _text.Length - token.Length + feed + 1;
        }
    }
}
