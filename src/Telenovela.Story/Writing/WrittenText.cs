using Telenovela.Engine.Novelty;

namespace Telenovela.Story.Writing;

/// <summary>What was written.</summary>
/// <param name="Text">The new text, about <see cref="WritingRequest.Length"/> characters, without the prompt.</param>
/// <param name="Telenovela">In which telenovela, and by which model.</param>
/// <param name="Seed">The seed to get it again.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record WrittenText(string Text, WritableTelenovela Telenovela, long Seed, TimeSpan Elapsed)
{
    /// <summary>
    /// The longest span that a spoken line shares with the corpus, and where it stands there;
    /// null where there is no corpus to compare with.
    /// </summary>
    public CopiedSpan? Copied { get; init; }
}
