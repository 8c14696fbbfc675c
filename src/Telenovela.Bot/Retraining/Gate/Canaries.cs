using Telenovela.Bot.Retraining.Reports;
using Telenovela.Corpus.Checks;
using Telenovela.Engine.Novelty;
using Telenovela.Story.Models;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Retraining.Gate;

/// <summary>Has a model write texts with fixed seeds, and looks whether they are texts.</summary>
public static class Canaries
{
    private const int SeedsOfEach = 4;
    private const int MostTelenovelas = 4;

    /// <summary>Longer than nearly every line (of the shipped corpus, 99 in 100 are under 440), so that a model that ends its lines ends one here.</summary>
    private const int Length = 800;

    /// <summary>Has them written.</summary>
    /// <param name="shelf">The model alone.</param>
    /// <param name="training">All that the model has been trained on.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="onText">Called behind each text.</param>
    public static CanaryFigures Of(ModelShelf shelf, string training, CancellationToken cancellationToken, Action? onText = null)
    {
        var known = Words.Of(training).ToHashSet(StringComparer.Ordinal);
        var texts = (from telenovela in shelf.Telenovelas.Take(MostTelenovelas)
                     from seed in Enumerable.Range(1, SeedsOfEach)
                     select Write(telenovela.Id, seed)).ToList();

        var learned = new CopyIndex([("training", training)]);

        // The last word may have been cut off.
        var words = texts.SelectMany(text => Words.Of(text).SkipLast(1)).ToList();
        return new CanaryFigures(
            texts.Count,
            texts.Count(text => text.Contains('\n', StringComparison.Ordinal)),
            words.Count == 0 ? 0 : (double)words.Count(known.Contains) / words.Count,
            texts.Select(text => learned.Find(text).Length).DefaultIfEmpty(0).Max());

        string Write(string telenovela, int seed)
        {
            var request = new WritingRequest { Telenovela = telenovela, Length = Length, Exact = true, Seed = seed };
            var text = shelf.Write(request, cancellationToken).Text;
            onText?.Invoke();
            return text;
        }
    }
}
