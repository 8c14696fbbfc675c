namespace Telenovela.Discord.Wire;

/// <summary>Why a payload is no interaction. Says nothing of the payload's values, so it may be logged and sent back.</summary>
/// <param name="Where">The place, for example <c>data.options[0].name</c>; empty for the whole.</param>
/// <param name="Words">What is wrong there, for example <c>must be a snowflake in a string</c>.</param>
public sealed record ParseFailure(string Where, string Words)
{
    /// <summary>Both parts in one line.</summary>
    public override string ToString() => Where.Length == 0 ? Words : $"{Where} {Words}";
}
