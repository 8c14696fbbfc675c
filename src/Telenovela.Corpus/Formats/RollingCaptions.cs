using Telenovela.Corpus.Scripts;
using Telenovela.Corpus.Speech;

namespace Telenovela.Corpus.Formats;

/// <summary>
/// Takes out the rows that rolling captions (live and automatic ones) show again above each new row. Somebody may also say the same
/// thing twice; so a row counts as carried over only if its caption follows at once and captions go on so, with something new among them.
/// </summary>
internal static class RollingCaptions
{
    private const double AtOnce = 0.1;
    private const int MostRows = 8;

    /// <summary>Finds what each caption brings.</summary>
    /// <param name="captions">Captions in order.</param>
    /// <param name="skips">Gets one entry where rows were taken out.</param>
    /// <returns>The captions without carried-over rows, and without those that bring nothing.</returns>
    public static List<Caption> WithoutRepetitions(IReadOnlyList<Caption> captions, SkipLog skips)
    {
        var rows = captions
            .Select(caption => caption.Rows.Select(row => PlainText.Clean(row)).Where(row => row.Length > 0).ToList())
            .ToList();
        var result = new List<Caption>(captions.Count);
        var rolling = 0;
        var line = 0;
        for (var i = 0; i < captions.Count;)
        {
            result.Add(captions[i]);
            var brought = new List<List<string>>();
            while (i + brought.Count + 1 < captions.Count && Follows(captions[i + brought.Count], captions[i + brought.Count + 1]) &&
                New(rows[i + brought.Count], rows[i + brought.Count + 1]) is { } next)
            {
                brought.Add(next);
            }

            var overlaps = brought.Count == 1 && captions[i + 1].Begin < captions[i].End;
            if ((brought.Count < 2 && !overlaps) || brought.TrueForAll(fresh => fresh.Count == 0))
            {
                i++;
                continue;
            }

            line = rolling == 0 ? captions[i + 1].Line : line;
            rolling += brought.Count;
            result.AddRange(brought
                .Select((fresh, offset) => captions[i + 1 + offset] with { Rows = fresh })
                .Where(caption => caption.Rows.Count > 0));
            i += brought.Count + 1;
        }

        if (rolling > 0)
        {
            skips.Add(
                line,
                $"{rolling} captions show rows of the caption before once more, as rolling captions do; those rows were taken once.");
        }

        return result;
    }

    private static bool Follows(Caption caption, Caption next) =>
        caption.Line != next.Line && caption.Speaker == next.Speaker && next.Begin > caption.Begin && next.Begin - caption.End <= AtOnce;

    /// <summary>The rows that are not the last rows of the caption before; null where it doesn't begin with those.</summary>
    private static List<string>? New(List<string> before, List<string> rows)
    {
        for (var carried = Math.Min(MostRows, Math.Min(before.Count, rows.Count)); carried > 0; carried--)
        {
            var (last, row) = (before[^1], rows[carried - 1]);
            if (before.Skip(before.Count - carried).SkipLast(1).SequenceEqual(rows.Take(carried - 1)) &&
                (row == last || (row.StartsWith(last + " ", StringComparison.Ordinal) && !Sentences.EndsUtterance(last))))
            {
                return [.. row == last ? [] : new[] { row[(last.Length + 1)..] }, .. rows.Skip(carried)];
            }
        }

        return null;
    }
}
