using System.Collections.Concurrent;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;
using Telenovela.Engine.Novelty;

namespace Telenovela.Story.Writing;

/// <summary>Knows the spoken lines of the corpus that comes with the program, so that no text repeats them word by word.</summary>
public static class CorpusCopies
{
    private static readonly ConcurrentDictionary<string, Lazy<CopyIndex?>> ByLanguage = new(StringComparer.Ordinal);

    /// <summary>The folder of the corpus that comes with the program.</summary>
    public static string Directory { get; } = Path.Combine(AppContext.BaseDirectory, "corpus");

    /// <summary>The index of a language's telenovelas; null where there is no corpus. The first call takes half a second.</summary>
    /// <param name="language">ISO 639-1.</param>
    public static CopyIndex? For(string language) =>
        ByLanguage.GetOrAdd(language, static key => new Lazy<CopyIndex?>(() => Load(key))).Value;

    private static CopyIndex? Load(string language)
    {
        try
        {
            return System.IO.Directory.Exists(Directory) ? Index(language) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Whoever can't compare may write all the same.
            return null;
        }
    }

    private static CopyIndex Index(string language)
    {
        var episodes = CorpusFolder.Load(Directory).Telenovelas.Where(telenovela => telenovela.Language == language)
            .SelectMany(telenovela => telenovela.Episodes.Select(
                entry => ($"{telenovela.Title} {entry.File.Id.ToUpperInvariant()}", Spoken(entry.Episode))));
        return new CopyIndex(episodes);
    }

    private static string Spoken(Episode episode) =>
        string.Join('\n', episode.Scenes.SelectMany(scene => scene.Elements).OfType<ScriptLine>().Select(line => line.Text));
}
