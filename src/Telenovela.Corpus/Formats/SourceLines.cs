using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Formats;

/// <summary>Remembers in which line of the source a scene or an element began. Elements are told apart by identity, not by content.</summary>
public sealed class SourceLines
{
    private readonly Dictionary<object, int> _lines = new(ReferenceEqualityComparer.Instance);

    /// <summary>The line where a scene begins.</summary>
    /// <param name="scene">A scene of the episode that was read.</param>
    /// <returns>The line, from 1; 0 for a scene from elsewhere.</returns>
    public int Of(Scene scene) => _lines.GetValueOrDefault(scene);

    /// <summary>The line where an element begins.</summary>
    /// <param name="element">An element of the episode that was read.</param>
    /// <returns>The line, from 1; 0 for an element from elsewhere.</returns>
    public int Of(SceneElement element) => _lines.GetValueOrDefault(element);

    internal T At<T>(int line, T item)
        where T : notnull
    {
        _lines[item] = line;
        return item;
    }
}
