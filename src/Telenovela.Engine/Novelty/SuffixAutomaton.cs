using System.Runtime.InteropServices;

namespace Telenovela.Engine.Novelty;

/// <summary>
/// Knows every run of characters in some texts, in memory of the order of their length (Blumer et al., "The smallest automaton recognizing the subwords
/// of a text", 1985; for several texts at once: Blumer et al., "Complete inverted files for efficient text retrieval and analysis", 1987). A state stands for
/// the runs that end at the same places; its link leads to the longest of their ends that also ends elsewhere.
/// </summary>
internal sealed class SuffixAutomaton
{
    private const int None = -1;

    /// <summary>The state of the empty run.</summary>
    private const int Root = 0;

    private readonly List<State> _states = [new State(0, None)];
    private readonly List<Edge> _edges = [];

    /// <summary>The root has an edge for each character there is, all others few.</summary>
    private readonly int[] _fromRoot = new int[char.MaxValue + 1];

    /// <summary>For each text the states of its beginnings, in which each beginning is the longest run.</summary>
    private readonly List<int[]> _beginnings = [];

    public SuffixAutomaton(IEnumerable<string> texts)
    {
        Array.Fill(_fromRoot, None);
        foreach (var text in texts)
        {
            var (beginnings, last) = (new int[text.Length], Root);
            for (var at = 0; at < text.Length; at++)
            {
                beginnings[at] = last = Extend(last, text[at]);
            }

            _beginnings.Add(beginnings);
        }
    }

    /// <summary>The longest run of each text that stands in the source, too.</summary>
    public IReadOnlyList<int> LongestIn(ReadOnlySpan<char> source, CancellationToken cancellationToken)
    {
        var longest = Matches(source, cancellationToken);
        var byLength = Enumerable.Range(1, _states.Count - 1).OrderBy(state => _states[state].Length).ToArray();

        // Whatever stands in the source stands there with its ends.
        foreach (var state in byLength.Reverse().Where(state => longest[state] > 0))
        {
            longest[_states[state].Link] = _states[_states[state].Link].Length;
        }

        foreach (var state in byLength.Where(state => longest[state] == 0))
        {
            longest[state] = longest[_states[state].Link];
        }

        return [.. _beginnings.Select(beginnings => beginnings.Select(state => longest[state]).DefaultIfEmpty(0).Max())];
    }

    /// <summary>The longest run of each state that ends somewhere in the source and goes no further back there.</summary>
    private int[] Matches(ReadOnlySpan<char> source, CancellationToken cancellationToken)
    {
        var longest = new int[_states.Count];
        var (state, length) = (Root, 0);
        for (var at = 0; at < source.Length; at++)
        {
            if (at % 4096 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            int next;
            while ((next = Next(state, source[at])) == None && state != Root)
            {
                state = _states[state].Link;
                length = _states[state].Length;
            }

            if (next != None)
            {
                (state, length) = (next, length + 1);
                longest[state] = Math.Max(longest[state], length);
            }
        }

        return longest;
    }

    private int Extend(int last, char character)
    {
        var length = _states[last].Length + 1;
        if (Next(last, character) is not None and var known)
        {
            // Another text has this run already.
            return _states[known].Length == length ? known : Split(last, known, character);
        }

        var added = Add(length);
        var from = last;
        while (from != None && Next(from, character) == None)
        {
            Connect(from, character, added);
            from = _states[from].Link;
        }

        if (from == None)
        {
            Link(added, Root);
        }
        else
        {
            var to = Next(from, character);
            Link(added, _states[to].Length == _states[from].Length + 1 ? to : Split(from, to, character));
        }

        return added;
    }

    /// <summary>Gives the shorter runs of a state, which now end at a place more, a state of their own.</summary>
    private int Split(int from, int to, char character)
    {
        var part = Add(_states[from].Length + 1);
        for (var edge = _states[to].Edge; edge != None; edge = _edges[edge].Before)
        {
            Connect(part, _edges[edge].Character, _edges[edge].To);
        }

        Link(part, _states[to].Link);
        Link(to, part);
        for (var state = from; state != None && Next(state, character) == to; state = _states[state].Link)
        {
            Redirect(state, character, part);
        }

        return part;
    }

    private int Next(int state, char character)
    {
        if (state == Root)
        {
            return _fromRoot[character];
        }

        var edges = CollectionsMarshal.AsSpan(_edges);
        for (var edge = _states[state].Edge; edge != None; edge = edges[edge].Before)
        {
            if (edges[edge].Character == character)
            {
                return edges[edge].To;
            }
        }

        return None;
    }

    private int Add(int length)
    {
        _states.Add(new State(length, None));
        return _states.Count - 1;
    }

    private void Link(int state, int to) => CollectionsMarshal.AsSpan(_states)[state].Link = to;

    private void Connect(int state, char character, int to)
    {
        if (state == Root)
        {
            _fromRoot[character] = to;
            return;
        }

        _edges.Add(new Edge(character, to, _states[state].Edge));
        CollectionsMarshal.AsSpan(_states)[state].Edge = _edges.Count - 1;
    }

    private void Redirect(int state, char character, int to)
    {
        if (state == Root)
        {
            _fromRoot[character] = to;
            return;
        }

        var edge = _states[state].Edge;
        while (_edges[edge].Character != character)
        {
            edge = _edges[edge].Before;
        }

        CollectionsMarshal.AsSpan(_edges)[edge].To = to;
    }

    private struct State(int length, int link)
    {
        public readonly int Length = length;
        public int Link = link;

        /// <summary>The edge added last.</summary>
        public int Edge = None;
    }

    private struct Edge(char character, int to, int before)
    {
        public readonly char Character = character;
        public int To = to;

        /// <summary>The edge of the same state that was added before.</summary>
        public readonly int Before = before;
    }
}
