namespace Telenovela.Bot.Contributions.Checks.Comparison;

/// <summary>Many small numbers by hash in two flat arrays: 12 bytes an entry, where a dictionary of lists needs ten times that.</summary>
internal sealed class HashTable
{
    private readonly long[] _hashes;
    private readonly int[] _values;

    /// <summary>Builds the table.</summary>
    /// <param name="entries">Hash and value, in any order.</param>
    public HashTable(IEnumerable<(long Hash, int Value)> entries)
    {
        var hashes = new List<long>();
        var values = new List<int>();
        foreach (var (hash, value) in entries)
        {
            hashes.Add(hash);
            values.Add(value);
        }

        (_hashes, _values) = (hashes.ToArray(), values.ToArray());
        Array.Sort(_hashes, _values);
    }

    /// <summary>The values of a hash.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="most">How many at most; values of a hash that everything has say nothing.</param>
    public ReadOnlySpan<int> this[long hash, int most]
    {
        get
        {
            var at = Array.BinarySearch(_hashes, hash);
            if (at < 0)
            {
                return [];
            }

            var (start, end) = (at, at + 1);
            while (start > 0 && _hashes[start - 1] == hash && end - start < most)
            {
                start--;
            }

            while (end < _hashes.Length && _hashes[end] == hash && end - start < most)
            {
                end++;
            }

            return _values.AsSpan(start..end);
        }
    }
}
