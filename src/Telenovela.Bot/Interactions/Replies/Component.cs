namespace Telenovela.Bot.Interactions.Replies;

/// <summary>Something to press or choose from.</summary>
/// <param name="CustomId">At most 100 characters, unique in its message; <c>prefix:rest</c>, the prefix names the handler.</param>
public abstract record Component(string CustomId)
{
    /// <summary>Whether it is shown but can't be used.</summary>
    public bool Disabled { get; init; }
}
