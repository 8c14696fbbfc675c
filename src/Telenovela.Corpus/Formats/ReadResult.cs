using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Formats;

/// <summary>What a reader made of a file. There is always one, even for bytes that are no script at all.</summary>
/// <param name="Episode">What was read; without scenes where nothing could be read.</param>
/// <param name="Format">The name of the format it was read as.</param>
/// <param name="Skips">What was skipped, in the order of the file; at most <see cref="ReadLimits.Skips"/>.</param>
/// <param name="SkipCount">How much was skipped, counted even past that limit.</param>
/// <param name="Lines">Where in the file each scene and element began.</param>
public sealed record ReadResult(Episode Episode, string Format, ValueList<Skip> Skips, int SkipCount, SourceLines Lines)
{
    /// <summary>The figures of what was read.</summary>
    public ScriptCounts Counts => ScriptCounts.Of(Episode);

    internal static ReadResult Nothing(string format, Skip skip) => new(new Episode(), format, [skip], 1, new SourceLines());

    internal static ReadResult From(Episode episode, string format, SkipLog skips, SourceLines lines)
    {
        if (skips.Total == 0 && episode.Scenes.All(scene => scene.Elements.Count == 0))
        {
            skips.Add(0, "Nothing in it can be read as a script.");
        }

        return new ReadResult(episode, format, skips.ToList(), skips.Total, lines);
    }
}
