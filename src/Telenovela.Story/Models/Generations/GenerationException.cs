namespace Telenovela.Story.Models.Generations;

/// <summary>A generation of models can't be used or made; the message says why.</summary>
public sealed class GenerationException : Exception
{
    /// <summary>With a message for people.</summary>
    public GenerationException(string message)
        : base(message)
    {
    }

    /// <summary>With the cause.</summary>
    public GenerationException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
