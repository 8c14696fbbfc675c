namespace Telenovela.Bot.Interactions.Requests;

/// <summary>What a person did. The numbers are Discord's (API documentation, "Receiving and Responding").</summary>
public enum InteractionType
{
    /// <summary>Discord asks whether the endpoint is alive.</summary>
    Ping = 1,

    /// <summary>A slash command was sent.</summary>
    Command = 2,

    /// <summary>A button was pressed or a select was chosen from.</summary>
    Component = 3,

    /// <summary>A person is typing into an option and wants suggestions.</summary>
    Autocomplete = 4,

    /// <summary>A modal was submitted.</summary>
    ModalSubmit = 5,
}
