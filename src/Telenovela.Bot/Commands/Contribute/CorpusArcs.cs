using Microsoft.Extensions.Options;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Corpus.Dataset;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary>The plot lines that the corpus's card lists. Read once, when first asked for.</summary>
/// <param name="options">Where the corpus is.</param>
public sealed class CorpusArcs(IOptions<ContributionCheckOptions> options)
{
    private static readonly string[] Usual =
    [
        "lost-love", "amnesia", "forbidden-love", "secret-identity", "switched-at-birth", "evil-twin", "revenge", "inheritance", "hidden-paternity", "false-death",
        "betrayal", "redemption",
    ];

    private readonly Lazy<IReadOnlyList<string>> _names = new(() => Read(options.Value.CorpusDirectory));

    /// <summary>Their names, as the card orders them.</summary>
    public IReadOnlyList<string> Names => _names.Value;

    private static string[] Read(string directory)
    {
        var here = Path.GetFullPath(directory);
        var card = DatasetCard.Find(Directory.Exists(here) ? here : Path.GetFullPath(directory, AppContext.BaseDirectory));
        return card is { Arcs.Count: > 0 } ? [.. card.Arcs.Keys] : Usual;
    }
}
