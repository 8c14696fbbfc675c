namespace Telenovela.Playground.Replies;

/// <summary>A first response.</summary>
/// <param name="Type">Discord's number: 1, 4 to 9.</param>
public sealed record CallbackBody(int Type)
{
    /// <summary>The message, for types 4 and 7.</summary>
    public MessageBody? Message { get; init; }

    /// <summary>The modal, for type 9.</summary>
    public ModalBody? Modal { get; init; }

    /// <summary>The suggestions, for type 8.</summary>
    public IReadOnlyList<ChoiceBody> Choices { get; init; } = [];

    /// <summary>Whether only the person who asked sees the message to come, for type 5.</summary>
    public bool IsEphemeral { get; init; }
}
