namespace Telenovela.Playground.Replies;

/// <summary>Kinds of components; the numbers are Discord's (API documentation, "Component Reference").</summary>
public enum ComponentKind
{
    /// <summary>Holds up to five buttons, or a select.</summary>
    Row = 1,

    /// <summary>A button.</summary>
    Button = 2,

    /// <summary>A select with its own options.</summary>
    Select = 3,

    /// <summary>A text field of a modal.</summary>
    TextInput = 4,

    /// <summary>Words in a modal, to be read only.</summary>
    TextDisplay = 10,

    /// <summary>Gives a field of a modal its label.</summary>
    Label = 18,

    /// <summary>A field of a modal for files.</summary>
    FileUpload = 19,
}
