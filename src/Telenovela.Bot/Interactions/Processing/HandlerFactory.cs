using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>
/// Finds the one handler of an interaction by its kind and name; what nobody knows gets <see cref="UnknownHandler"/>, which answers too.
/// </summary>
public sealed class HandlerFactory
{
    private readonly Dictionary<(InteractionType Kind, string Name), IInteractionHandler> _handlers;
    private readonly UnknownHandler _unknown;

    /// <summary>Indexes the handlers.</summary>
    /// <exception cref="ArgumentException">Two handlers of one kind have the same name.</exception>
    public HandlerFactory(IEnumerable<IInteractionHandler> handlers, UnknownHandler unknown)
    {
        _handlers = handlers.ToDictionary(handler => (handler.Kind, handler.Name));
        _unknown = unknown;
    }

    /// <summary>The handler by the command's path, or by the custom id's part before the first colon.</summary>
    public IInteractionHandler Find(Interaction interaction) => interaction switch
    {
        { Command: { } command } => Find(InteractionType.Command, command.Path),
        { Component: { } component } => Find(InteractionType.Component, component.CustomId.Split(':', 2)[0]),
        { Modal: { } modal } => Find(InteractionType.ModalSubmit, modal.CustomId.Split(':', 2)[0]),
        _ => _unknown,
    };

    private IInteractionHandler Find(InteractionType kind, string name) => _handlers.GetValueOrDefault((kind, name), _unknown);
}
