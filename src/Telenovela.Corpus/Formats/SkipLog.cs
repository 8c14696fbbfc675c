using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Formats;

/// <summary>Collects skips of one file up to <see cref="ReadLimits.Skips"/>.</summary>
internal sealed class SkipLog(string file)
{
    private readonly List<Skip> _skips = [];

    public int Total { get; private set; }

    public void Add(int line, string reason)
    {
        Total++;
        if (_skips.Count < ReadLimits.Skips - 1)
        {
            _skips.Add(new Skip(file, line, reason));
        }
        else if (_skips.Count < ReadLimits.Skips)
        {
            _skips.Add(new Skip(file, line, "More was skipped from here on; only the first places are listed."));
        }
    }

    public ValueList<Skip> ToList() => _skips.ToValueList();
}
