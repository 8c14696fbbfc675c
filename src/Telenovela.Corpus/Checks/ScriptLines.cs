using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Checks;

/// <summary>The spoken lines of episodes.</summary>
internal static class ScriptLines
{
    public static IEnumerable<ScriptLine> Of(Episode episode) => episode.Scenes.SelectMany(scene => scene.Elements).OfType<ScriptLine>();
}
