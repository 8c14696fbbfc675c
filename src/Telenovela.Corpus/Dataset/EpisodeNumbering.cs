using Telenovela.Corpus.Formats;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Dataset;

/// <summary>Finds a number for each imported episode so that no other's file is overwritten.</summary>
internal sealed class EpisodeNumbering
{
    private readonly Dictionary<EpisodeFile, string?> _taken = [];
    private readonly HashSet<EpisodeFile> _wanted;

    private EpisodeNumbering(HashSet<EpisodeFile> wanted) => _wanted = wanted;

    /// <summary>Looks at what a telenovela's folder holds.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="files">What will be imported.</param>
    /// <returns>A numbering that knows both.</returns>
    public static EpisodeNumbering Of(string folder, IReadOnlyList<(string File, Episode Episode)> files)
    {
        var numbering = new EpisodeNumbering([.. files.Where(file => file.Episode.Number > 0).Select(file => new EpisodeFile(file.Episode.Season, file.Episode.Number))]);
        foreach (var path in Directory.EnumerateFiles(folder, "*.fountain"))
        {
            if (EpisodeFile.Parse(Path.GetFileName(path)) is { } place)
            {
                numbering._taken[place] = PlainFiles.IsOne(path) ? SourceOf(path) : null;
            }
        }

        return numbering;
    }

    /// <summary>The file that an episode in a dataset was imported from.</summary>
    /// <param name="path">The episode's file.</param>
    /// <returns>The file's name, or null for one that wasn't imported or can't be read.</returns>
    public static string? SourceOf(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return CorpusFormats.Read(stream, path, new FountainFormat()).Episode.OtherFields
                .FirstOrDefault(field => field.Key == CorpusImporter.SourceField)?.Value;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The place of an episode; taken from then on.</summary>
    /// <param name="file">The source file's name.</param>
    /// <param name="episode">What was read from it.</param>
    /// <param name="skips">Where a changed number is reported.</param>
    /// <returns>The place.</returns>
    public EpisodeFile Place(string file, Episode episode, List<Skip> skips)
    {
        var wanted = episode.Number > 0 ? new EpisodeFile(episode.Season, episode.Number) : null;
        var place = wanted is not null && (!_taken.TryGetValue(wanted, out var owner) || owner == file)
            ? wanted
            : _taken.Where(entry => entry.Value == file).Select(entry => entry.Key).FirstOrDefault() ?? Next(wanted?.Season);
        if (wanted is not null && place != wanted)
        {
            skips.Add(new Skip(file, 0, $"{wanted.Name} is there already and wasn't imported from this file; it was left as it is, and this one became {place.Name}."));
        }

        // Within one import no two files share a place, whatever they are called.
        _taken[place] = null;
        return place;
    }

    private EpisodeFile Next(int? season)
    {
        var all = _taken.Keys.Concat(_wanted).ToList();
        var into = season ?? (all.Count == 0 ? 1 : all.Max(place => place.Season));
        return new EpisodeFile(into, all.Where(place => place.Season == into).Select(place => place.Number).DefaultIfEmpty(0).Max() + 1);
    }
}
