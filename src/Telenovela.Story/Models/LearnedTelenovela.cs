namespace Telenovela.Story.Models;

/// <summary>A telenovela in the training text of a model.</summary>
/// <param name="Id">Its folder's name in the corpus.</param>
/// <param name="Title">What its scene headers say.</param>
/// <param name="Language">ISO 639-1.</param>
public sealed record LearnedTelenovela(string Id, string Title, string Language)
{
    /// <summary>Who speaks in it, as the training text writes them. Empty where lines without a speaker were learned too: then anything goes.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>The arcs that its scene headers name, the commonest first. Empty for models whose headers name none.</summary>
    public IReadOnlyList<string> Arcs { get; init; } = [];
}
