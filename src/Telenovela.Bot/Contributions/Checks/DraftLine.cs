using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Contributions.Checks;

/// <summary>A line of a draft.</summary>
/// <param name="number">Which line, from 1.</param>
/// <param name="character">Who speaks; null for nobody known.</param>
/// <param name="typed">The words as they were typed, invisible characters included.</param>
public sealed class DraftLine(int number, string? character, string typed)
{
    private string? _revealed;

    /// <summary>Which line, from 1; 0 for a name of the draft.</summary>
    public int Number => number;

    /// <summary>Who speaks; null for nobody known.</summary>
    public string? Character => character;

    /// <summary>The words as they were typed, invisible characters included.</summary>
    public string Typed => typed;

    /// <summary>The words as they would be kept.</summary>
    public string Text { get; } = PlainText.Clean(typed);

    /// <summary>Speaker, if any, and words on a line each, as a reader takes them: see <see cref="Content.Revealed"/>.</summary>
    public string Revealed => _revealed ??= Content.Revealed.Of(character is null ? Text : $"{PlainText.Clean(character)}\n{Text}");
}
