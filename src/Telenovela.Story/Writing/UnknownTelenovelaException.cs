namespace Telenovela.Story.Writing;

/// <summary>A telenovela was asked for that no model has learned.</summary>
/// <param name="asked">What was asked for.</param>
/// <param name="known">What there is.</param>
public sealed class UnknownTelenovelaException(string asked, IReadOnlyList<WritableTelenovela> known)
    : Exception($"No model has learned the telenovela “{asked}”. There is: {string.Join(", ", known.Select(telenovela => telenovela.Id))}.")
{
    /// <summary>What was asked for.</summary>
    public string Asked { get; } = asked;

    /// <summary>What there is.</summary>
    public IReadOnlyList<WritableTelenovela> Known { get; } = known;
}
