namespace Telenovela.Corpus.Formats;

/// <summary>A line of a Fountain file without comments, or a note that stood at that place.</summary>
/// <param name="Number">The line in the file, from 1.</param>
/// <param name="Text">The cleaned text; empty for a blank line.</param>
/// <param name="IsHeldOpen">Whether it is blank but made of two or more spaces, by which Fountain keeps a speech going.</param>
/// <param name="IsIndented">Whether the line began with a tab or at least three spaces (a continued title page value).</param>
/// <param name="Note">The words of a note (<c>[[...]]</c>), or null for a line of text.</param>
internal readonly record struct FountainLine(int Number, string Text, bool IsHeldOpen, bool IsIndented, string? Note)
{
    /// <summary>Whether it is blank because comments or notes alone stood in it.</summary>
    public bool IsComment { get; init; }

    /// <summary>Whether spaces follow the text, by which a writer says that <c>TO:</c> makes no transition of it.</summary>
    public bool EndsInSpace { get; init; }
}
