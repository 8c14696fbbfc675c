namespace Telenovela.Discord.Wire;

/// <summary>Kinds of first response; the numbers are Discord's (API documentation, "Interaction Callback Type").</summary>
internal enum CallbackType
{
    /// <summary>Answers a ping.</summary>
    Pong = 1,

    /// <summary>A message.</summary>
    Message = 4,

    /// <summary>A message to come.</summary>
    DeferredMessage = 5,

    /// <summary>A change, to come, of the message that carries the component.</summary>
    DeferredUpdate = 6,

    /// <summary>A change of the message that carries the component.</summary>
    Update = 7,

    /// <summary>Suggestions.</summary>
    Choices = 8,

    /// <summary>A modal.</summary>
    Modal = 9,
}
