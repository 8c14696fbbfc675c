using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>Reads interactions as Discord sends them, whichever way they came.</summary>
public interface IInteractionReader
{
    /// <summary>Reads the JSON of one interaction.</summary>
    /// <param name="utf8">The whole object, UTF-8.</param>
    /// <param name="problem">What is wrong with it, without any of its text; null when an interaction is returned.</param>
    /// <returns>The interaction, or null.</returns>
    Interaction? Read(ReadOnlyMemory<byte> utf8, out string? problem);
}
