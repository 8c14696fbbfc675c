namespace Telenovela.Engine.Novelty;

/// <summary>Finds how much of a text was taken from another just as it stands.</summary>
public static class LongestCopy
{
    /// <summary>The longest run of characters that both texts share.</summary>
    /// <param name="text">A text of some hundred characters.</param>
    /// <param name="source">What it may have been taken from.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>UTF-16 characters.</returns>
    public static int Of(string text, ReadOnlySpan<char> source, CancellationToken cancellationToken = default) => Of([text], source, cancellationToken)[0];

    /// <summary>For each of some texts the longest run of characters that it shares with the source, which is read once for all of them.</summary>
    /// <param name="texts">Texts that are short beside the source: what is kept of them takes about a hundred bytes a character.</param>
    /// <param name="source">What they may have been taken from.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>UTF-16 characters, in the order of the texts.</returns>
    public static IReadOnlyList<int> Of(IReadOnlyList<string> texts, ReadOnlySpan<char> source, CancellationToken cancellationToken = default) =>
        new SuffixAutomaton(texts).LongestIn(source, cancellationToken);
}
