namespace Telenovela.Story.Writing;

/// <summary>Writes telenovela with the language models at hand.</summary>
public interface IScriptWriter
{
    /// <summary>What can be written in, ordered by title. Empty where there is no model.</summary>
    IReadOnlyList<WritableTelenovela> Telenovelas { get; }

    /// <summary>
    /// Writes; the same request gives the same text. Takes 3 to 5 ms a character with 32 candidates; safe from several threads.
    /// </summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellationToken">Asked between characters.</param>
    /// <exception cref="UnknownTelenovelaException">No model knows <see cref="WritingRequest.Telenovela"/>.</exception>
    /// <exception cref="UnknownArcException">The telenovela doesn't have <see cref="WritingRequest.Arc"/>.</exception>
    /// <exception cref="NoModelException">There is no model at all.</exception>
    WrittenText Write(WritingRequest request, CancellationToken cancellationToken);
}
