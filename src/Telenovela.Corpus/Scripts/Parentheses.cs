namespace Telenovela.Corpus.Scripts;

/// <summary>Finds parentheses that have a partner. One pass, whatever the depth.</summary>
internal static class Parentheses
{
    /// <summary>The outermost matched pairs.</summary>
    /// <param name="text">Text with parentheses, matched or not.</param>
    /// <returns>Offsets of the opening and closing characters, in order, none inside another.</returns>
    public static List<(int Open, int Close)> Outermost(ReadOnlySpan<char> text)
    {
        var open = new Stack<int>();
        var outermost = new List<(int Open, int Close)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(')
            {
                open.Push(i);
            }
            else if (text[i] == ')' && open.TryPop(out var start))
            {
                while (outermost.Count > 0 && outermost[^1].Open > start)
                {
                    outermost.RemoveAt(outermost.Count - 1);
                }

                outermost.Add((start, i));
            }
        }

        return outermost;
    }

    /// <summary>Whether the whole text is one pair of parentheses and what they hold.</summary>
    /// <param name="text">Text without space at its ends.</param>
    /// <returns>True for <c>(knock on door)</c>; false for <c>(a) b (c)</c>.</returns>
    public static bool EncloseAll(ReadOnlySpan<char> text) =>
        text.Length > 2 && text[0] == '(' && text[^1] == ')' && Outermost(text) is [(0, var close)] && close == text.Length - 1;

    /// <summary>Whether each parenthesis has a partner.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>False for <c>(a</c>, <c>a)</c> and <c>)a(</c>.</returns>
    public static bool AreBalanced(ReadOnlySpan<char> text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth < 0)
            {
                return false;
            }
        }

        return depth == 0;
    }
}
