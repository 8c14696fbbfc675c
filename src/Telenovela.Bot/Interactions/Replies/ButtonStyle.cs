namespace Telenovela.Bot.Interactions.Replies;

/// <summary>How a button looks; the numbers are Discord's.</summary>
public enum ButtonStyle
{
    /// <summary>The one thing to do.</summary>
    Primary = 1,

    /// <summary>One of several things.</summary>
    Secondary = 2,

    /// <summary>Agrees.</summary>
    Success = 3,

    /// <summary>Destroys or refuses.</summary>
    Danger = 4,
}
