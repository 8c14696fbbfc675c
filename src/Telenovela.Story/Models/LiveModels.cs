using Telenovela.Story.Models.Generations;
using Telenovela.Story.Writing;

namespace Telenovela.Story.Models;

/// <summary>
/// The writer that follows the generations: whoever asks while models are exchanged gets a text of the old or of the new ones, never of
/// both. The old ones are freed when the last text begun with them is done.
/// </summary>
/// <param name="generations">What is in use.</param>
public sealed class LiveModels(GenerationStore generations) : IScriptWriter
{
    private const string ShippedName = "shipped";

    private readonly Lock _exchange = new();
    private volatile Served? _served;
    private string? _lastRefusal;

    /// <summary>A generation was put to use. Told while the next exchange waits.</summary>
    public event Action<ModelShelf, Generation>? Exchanged;

    /// <summary>A generation, or a shipped model, can't be used, with the reason; what wrote before goes on writing.</summary>
    public event Action<string, string>? Refused;

    /// <summary>The generation in use.</summary>
    public Generation Generation => Current.Generation;

    /// <summary>Its models.</summary>
    public ModelShelf Shelf => Current.Shelf;

    /// <inheritdoc/>
    public IReadOnlyList<WritableTelenovela> Telenovelas => Shelf.Telenovelas;

    private Served Current => _served ?? First();

    /// <inheritdoc/>
    public WrittenText Write(WritingRequest request, CancellationToken cancellationToken) => Shelf.Write(request, cancellationToken);

    /// <summary>Looks whether another generation is to be used, and exchanges the models if so. Whatever is wrong with it, the one in use goes on.</summary>
    /// <returns>Whether they were exchanged.</returns>
    public bool Refresh()
    {
        lock (_exchange)
        {
            var current = Current;
            var named = generations.Named;
            if (named == current.Named || named == current.Generation.Id)
            {
                _served = current with { Named = named };
                _lastRefusal = null;
                return false;
            }

            LoadedGeneration next;
            try
            {
                next = named is null ? generations.LoadShipped() : generations.Load(named);
            }
            catch (GenerationException damaged)
            {
                // What is wrong today is wrong tomorrow, and this name isn't tried again; what couldn't be read may be read the next time.
                _served = MayPass(damaged) ? current : current with { Named = named };
                RefuseOnce(named!, damaged.Message);
                return false;
            }

            if (next.Shelf.Telenovelas.Count == 0 && current.Shelf.Telenovelas.Count > 0)
            {
                RefuseOnce(named ?? ShippedName, $"There is no usable model in {next.Shelf.Directory}. {string.Join(" ", next.Shelf.Refused.Values)}".TrimEnd());
                return false;
            }

            Put(named, next);
            return true;
        }
    }

    /// <summary>
    /// Rolls back and writes with what is in use then, as <see cref="GenerationStore.RollBack"/> and <see cref="Refresh"/> would one after
    /// the other, in half the time: the models are loaded and checked once.
    /// </summary>
    /// <returns>What is in use then.</returns>
    /// <exception cref="GenerationException">The shipped models are in use, or nothing before the generation can be used; all stays as it was.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public Generation RollBack()
    {
        lock (_exchange)
        {
            var back = generations.RollBackAndLoad();
            Put(back.Generation.Id, back);
            return back.Generation;
        }
    }

    private static bool MayPass(Exception? cause) => cause is IOException or UnauthorizedAccessException || (cause is not null && MayPass(cause.InnerException));

    private Served First()
    {
        lock (_exchange)
        {
            if (_served is null)
            {
                var named = generations.Named;
                Put(named, generations.LoadResolved((id, reason) => Refused?.Invoke(id, reason)));
            }

            return _served!;
        }
    }

    private void Put(string? named, LoadedGeneration loaded)
    {
        _served = new Served(named, loaded.Generation, loaded.Shelf);
        _lastRefusal = null;
        foreach (var (model, reason) in loaded.Shelf.Refused)
        {
            Refused?.Invoke(model, reason);
        }

        Exchanged?.Invoke(loaded.Shelf, loaded.Generation);
    }

    /// <summary>A refusal that is met again at each look is told once.</summary>
    private void RefuseOnce(string id, string reason)
    {
        if (_lastRefusal != id + reason)
        {
            _lastRefusal = id + reason;
            Refused?.Invoke(id, reason);
        }
    }

    private sealed record Served(string? Named, Generation Generation, ModelShelf Shelf);
}
