using System.Runtime.InteropServices;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Engine.Sampling;

/// <summary>Which tokens follow which two in the lines of a corpus.</summary>
public sealed class PhraseTable
{
    private readonly Dictionary<long, List<int>> _next = [];

    /// <summary>Reads lines.</summary>
    /// <param name="tokenizer">Cuts them into tokens.</param>
    /// <param name="lines">Spoken lines without speakers.</param>
    public PhraseTable(ITokenizer tokenizer, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var tokens = tokenizer.Encode($" {line}\n");
            for (var at = 2; at < tokens.Length; at++)
            {
                ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_next, Key(tokens[at - 2], tokens[at - 1]), out _);
                next ??= new List<int>(1);
                if (!next.Contains(tokens[at]))
                {
                    next.Add(tokens[at]);
                }
            }
        }
    }

    /// <summary>The tokens that follow two others somewhere; none where these two don't follow each other.</summary>
    /// <param name="first">The one before the last.</param>
    /// <param name="second">The last.</param>
    public IReadOnlyList<int> Next(int first, int second) => _next.TryGetValue(Key(first, second), out var next) ? next : [];

    private static long Key(int first, int second) => ((long)first << 32) | (uint)second;
}
