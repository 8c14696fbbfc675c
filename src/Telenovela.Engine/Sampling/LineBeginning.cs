namespace Telenovela.Engine.Sampling;

/// <summary>Follows the line that is being written, as long as its beginning isn't free.</summary>
/// <param name="starts">What lines may begin with; none for anything.</param>
internal sealed class LineBeginning(IReadOnlyList<string> starts)
{
    private string? _line = "";
    private bool _isFirst = true;

    /// <summary>Whether any character goes.</summary>
    public bool IsFree => starts.Count == 0 || _line is null;

    /// <summary>Whether a character may come next. An empty line may follow a line, and not another empty one.</summary>
    /// <param name="character">One character.</param>
    public bool Allows(string character) =>
        IsFree || (_line!.Length == 0 && character == "\n" && !_isFirst) || starts.Any(start => start.Length > _line.Length && Continues(start, character));

    /// <summary>Takes note of a character that was read or written.</summary>
    /// <param name="character">One character.</param>
    public void Read(string character)
    {
        if (character == "\n")
        {
            _isFirst = _line is { Length: 0 };
            _line = "";
        }
        else if (_line is not null)
        {
            var whole = starts.Contains(_line + character);
            _line = whole || !starts.Any(start => start.Length > _line.Length && Continues(start, character)) ? null : _line + character;
        }
    }

    private bool Continues(string start, string character) =>
        start.StartsWith(_line!, StringComparison.Ordinal) && string.CompareOrdinal(start, _line!.Length, character, 0, character.Length) == 0;
}
