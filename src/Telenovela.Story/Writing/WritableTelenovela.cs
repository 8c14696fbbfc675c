namespace Telenovela.Story.Writing;

/// <summary>A telenovela that a model has learned.</summary>
/// <param name="Id">Its folder's name in the corpus.</param>
/// <param name="Title">What people read.</param>
/// <param name="Language">ISO 639-1, for example <c>es</c>.</param>
/// <param name="Model">The model that writes it.</param>
public sealed record WritableTelenovela(string Id, string Title, string Language, string Model)
{
    /// <summary>Who speaks in it, in capitals. Empty where that isn't known.</summary>
    public IReadOnlyList<string> Cast { get; init; } = [];
}
