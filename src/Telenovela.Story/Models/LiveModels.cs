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
    private readonly Lock _exchange = new();
    private volatile Loaded? _loaded;

    /// <summary>A generation was put to use.</summary>
    public event Action<ModelShelf, Generation>? Exchanged;

    /// <summary>A generation can't be used, with the reason; the one before goes on writing.</summary>
    public event Action<string, string>? Refused;

    /// <summary>The generation in use.</summary>
    public Generation Generation => Current.Generation;

    /// <summary>Its models.</summary>
    public ModelShelf Shelf => Current.Shelf;

    /// <inheritdoc/>
    public IReadOnlyList<WritableTelenovela> Telenovelas => Shelf.Telenovelas;

    private Loaded Current => _loaded ?? Load();

    /// <inheritdoc/>
    public WrittenText Write(WritingRequest request, CancellationToken cancellationToken) => Shelf.Write(request, cancellationToken);

    /// <summary>Looks whether another generation is to be used, and exchanges the models if so.</summary>
    /// <returns>Whether they were exchanged.</returns>
    public bool Refresh()
    {
        lock (_exchange)
        {
            var current = Current;
            var named = generations.Named;
            if (named == current.Named)
            {
                return false;
            }

            Generation next;
            try
            {
                next = named is null ? generations.Resolve(Refuse) : generations.Open(named);
            }
            catch (GenerationException damaged)
            {
                // What writes now is good: it stays, and this name isn't tried again.
                Refuse(named!, damaged.Message);
                _loaded = current with { Named = named };
                return false;
            }

            Put(new Loaded(named, next, ModelShelf.Open(next.Directory, next.Id)));
            return true;
        }
    }

    private Loaded Load()
    {
        lock (_exchange)
        {
            if (_loaded is null)
            {
                var named = generations.Named;
                var generation = generations.Resolve(Refuse);
                Put(new Loaded(named, generation, ModelShelf.Open(generation.Directory, generation.Id)));
            }

            return _loaded!;
        }
    }

    private void Put(Loaded loaded)
    {
        _loaded = loaded;
        Exchanged?.Invoke(loaded.Shelf, loaded.Generation);
    }

    private void Refuse(string id, string reason) => Refused?.Invoke(id, reason);

    private sealed record Loaded(string? Named, Generation Generation, ModelShelf Shelf);
}
