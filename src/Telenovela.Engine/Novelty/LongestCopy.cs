namespace Telenovela.Engine.Novelty;

/// <summary>Finds how much of a text was taken from another just as it stands.</summary>
public static class LongestCopy
{
    /// <summary>The longest run of characters that both texts share.</summary>
    /// <remarks>For each place the run found so far is tried to be longer by one; so the source is searched about once a character of the text.</remarks>
    /// <param name="text">A text of some hundred characters.</param>
    /// <param name="source">What it may have been taken from.</param>
    /// <returns>UTF-16 characters.</returns>
    public static int Of(ReadOnlySpan<char> text, ReadOnlySpan<char> source)
    {
        var longest = 0;
        for (var from = 0; from + longest < text.Length; from++)
        {
            while (from + longest < text.Length && source.IndexOf(text.Slice(from, longest + 1)) >= 0)
            {
                longest++;
            }
        }

        return longest;
    }
}
