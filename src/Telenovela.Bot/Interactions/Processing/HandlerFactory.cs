using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>Finds the one handler of an interaction by name; an unknown name gets <see cref="UnknownHandler"/>, which answers too.</summary>
public sealed class HandlerFactory
{
    private readonly Dictionary<string, IInteractionHandler> _handlers;
    private readonly UnknownHandler _unknown;

    /// <summary>Indexes the handlers.</summary>
    /// <exception cref="ArgumentException">Two handlers have the same name.</exception>
    public HandlerFactory(IEnumerable<IInteractionHandler> handlers, UnknownHandler unknown)
    {
        _handlers = handlers.ToDictionary(handler => handler.Name, StringComparer.Ordinal);
        _unknown = unknown;
    }

    /// <summary>The handler by the command's path, or by the custom id's part before the first colon.</summary>
    public IInteractionHandler Find(Interaction interaction)
    {
        var name = interaction.Command?.Path ?? (interaction.Component?.CustomId ?? interaction.Modal?.CustomId ?? "").Split(':', 2)[0];
        return _handlers.GetValueOrDefault(name, _unknown);
    }
}
