namespace Telenovela.Story.Writing;

/// <summary>Words that are never written.</summary>
public interface IUnwantedWords
{
    /// <summary>Whether a text ends in one of them; its last word is whole. Asked at each word, by one thread for each text.</summary>
    /// <param name="text">The text so far, or its end.</param>
    /// <param name="language">ISO 639-1.</param>
    bool EndsIn(string text, string language);
}
