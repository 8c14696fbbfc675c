using Telenovela.Playground.Replies;
using Telenovela.Playground.Wire;

namespace Telenovela.Playground.Composing;

/// <summary>A modal that is being filled in.</summary>
public sealed class ModalForm
{
    /// <summary>Lays out the fields: labels with what they stand above, and the deprecated rows of text inputs.</summary>
    /// <param name="modal">As the bot described it.</param>
    public ModalForm(ModalBody modal)
    {
        CustomId = modal.CustomId;
        Title = modal.Title;
        Fields = [.. modal.Components.SelectMany(Read)];
    }

    /// <summary>Comes back to the bot.</summary>
    public string CustomId { get; }

    /// <summary>Its heading.</summary>
    public string Title { get; }

    /// <summary>From top to bottom.</summary>
    public IReadOnlyList<ModalField> Fields { get; }

    /// <summary>What to send; null where something is wrong, which the fields then tell.</summary>
    public IReadOnlyList<GivenField>? Check()
    {
        // Every field is asked, so that all that is wrong shows at once.
        var fine = Fields.Select(field => field.Check()).ToList();
        return fine.TrueForAll(yes => yes) ? [.. Fields.Select(field => field.Given())] : null;
    }

    private static IEnumerable<ModalField> Read(ComponentBody top) => top switch
    {
        { Type: ComponentKind.Label, Component: { } input } => [new ModalField(top.Label ?? "", top.Description, input)],
        { Type: ComponentKind.Row } => top.Components.Select(input => new ModalField(input.Label ?? "", input.Description, input)),
        _ => [],
    };
}
