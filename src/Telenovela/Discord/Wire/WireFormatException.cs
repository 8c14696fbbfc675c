namespace Telenovela.Discord.Wire;

/// <summary>Carries a <see cref="ParseFailure"/> out of nested readers; never leaves <see cref="InteractionParser"/>.</summary>
internal sealed class WireFormatException(string where, string words) : Exception(words)
{
    /// <summary>The place in the payload.</summary>
    public string Where { get; } = where;
}
