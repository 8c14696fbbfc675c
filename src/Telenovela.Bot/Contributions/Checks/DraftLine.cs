using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Contributions.Checks;

/// <summary>A line of a draft.</summary>
/// <param name="Number">Which line, from 1.</param>
/// <param name="Character">Who speaks; null for nobody known.</param>
/// <param name="Typed">The words as they were typed, invisible characters included.</param>
public sealed record DraftLine(int Number, string? Character, string Typed)
{
    private string? _revealed;

    /// <summary>The words as they would be kept.</summary>
    public string Text { get; } = PlainText.Clean(Typed);

    /// <summary>Speaker, if any, and words on a line each, as a reader takes them: see <see cref="Content.Revealed"/>.</summary>
    public string Revealed => _revealed ??= Content.Revealed.Of(Character is null ? Text : $"{PlainText.Clean(Character)}\n{Text}");
}
