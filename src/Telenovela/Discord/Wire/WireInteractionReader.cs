using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Discord.Wire;

/// <summary>Gives the endpoint's parser to whoever receives interactions elsewhere.</summary>
public sealed class WireInteractionReader : IInteractionReader
{
    /// <inheritdoc/>
    public Interaction? Read(ReadOnlyMemory<byte> utf8, out string? problem)
    {
        var parse = InteractionParser.Parse(utf8);
        problem = parse.Failure?.ToString();
        return parse.Interaction;
    }
}
