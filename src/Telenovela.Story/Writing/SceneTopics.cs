using Telenovela.Corpus.Checks;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Story.Writing;

/// <summary>
/// Something to talk about: the words that set a scene of the corpus apart from all others, by how often it has them and how few others do
/// (tf-idf, Spärck Jones 1972).
/// </summary>
public sealed class SceneTopics
{
    /// <summary>Words of a topic at most.</summary>
    private const int MostWords = 12;

    /// <summary>A word that is said in a larger share of the scenes is no topic.</summary>
    private const double MostScenes = 0.1;

    private readonly ILookup<string, Topic> _byTitle;

    internal SceneTopics(IEnumerable<TelenovelaFolder> telenovelas)
    {
        var scenes = telenovelas.SelectMany(telenovela => telenovela.Episodes.SelectMany(entry => entry.Episode.Scenes)
            .Select(scene => new SceneWords(telenovela.Title, scene.Arcs, WordsOf(scene)))).ToList();
        var inScenes = scenes.SelectMany(scene => scene.Words.Distinct()).CountBy(word => word).ToDictionary();
        _byTitle = scenes.ToLookup(
            scene => scene.Title,
            scene => new Topic(
                scene.Arcs,
                scene.Words.CountBy(word => word).Where(word => word.Value > 1 && inScenes[word.Key] <= MostScenes * scenes.Count)
                    .OrderByDescending(word => word.Value * Math.Log((double)scenes.Count / inScenes[word.Key]))
                    .Take(MostWords).Select(word => word.Key).ToHashSet(StringComparer.Ordinal)));
    }

    /// <summary>The topic of one of a telenovela's scenes.</summary>
    /// <param name="telenovela">Its title.</param>
    /// <param name="arcs">The scene serves one of them; none for any.</param>
    /// <param name="seed">Chooses the scene.</param>
    /// <returns>Words in lower case; none where the corpus doesn't have the telenovela.</returns>
    public IReadOnlySet<string> Choose(string telenovela, IReadOnlyList<string> arcs, long seed)
    {
        var fitting = _byTitle[telenovela].Where(topic => arcs.Count == 0 || arcs.Any(topic.Arcs.Contains)).ToList();
        return fitting.Count == 0 ? new HashSet<string>() : fitting[(int)((ulong)seed % (ulong)fitting.Count)].Words;
    }

    private static List<string> WordsOf(Scene scene)
    {
        var lines = scene.Elements.OfType<ScriptLine>().ToList();
        var names = lines.SelectMany(line => Words.Of(line.Speaker ?? "")).ToHashSet(StringComparer.Ordinal);
        return [.. lines.SelectMany(line => Words.Of(line.Text)).Where(word => word.Length > 2 && !names.Contains(word))];
    }

    private sealed record SceneWords(string Title, IReadOnlyList<string> Arcs, IReadOnlyList<string> Words);

    private sealed record Topic(IReadOnlyList<string> Arcs, IReadOnlySet<string> Words);
}
