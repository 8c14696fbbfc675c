using Telenovela.Corpus.Checks;
using Telenovela.Corpus.Formats;

namespace Telenovela.Corpus.Dataset;

/// <summary>The README of a dataset as a whole. Its table <c>Arcs</c> lists the arcs that scenes may serve.</summary>
/// <param name="Arcs">What each arc means, by its name.</param>
/// <param name="IsOfRoot">Whether it lies in the folder that was loaded, so that the whole dataset is there; false where it lies above.</param>
public sealed record DatasetCard(IReadOnlyDictionary<string, string> Arcs, bool IsOfRoot)
{
    /// <summary>The card of a folder: its own, or that of the dataset it is a language or a telenovela of.</summary>
    /// <param name="root">A full path.</param>
    /// <returns>The nearest README with arcs and without a cast in the folder and the two above; null where there is none.</returns>
    public static DatasetCard? Find(string root)
    {
        var folder = root;
        for (var above = 0; above < 3 && folder is not null; above++, folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, CorpusFolder.Readme);
            if (PlainFiles.IsOne(path) && Read(path) is { HasCast: false, Arcs.Count: > 0 } card)
            {
                return new DatasetCard(card.Arcs, above == 0);
            }
        }

        return null;
    }

    private static Bible? Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return SourceReader.Read(stream, path, out _) is { } source ? Bible.Parse(source.Text) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
