namespace Telenovela.Corpus.Scripts;

/// <summary>A title page entry such as <c>Draft date: 2026-11-23</c>.</summary>
/// <param name="Key">The words before the colon.</param>
/// <param name="Value">The words after it, on one line.</param>
public sealed record TitleField(string Key, string Value);
