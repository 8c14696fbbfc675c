namespace Telenovela.Bot.Interactions.Requests;

/// <summary>One option of a command with what was given for it.</summary>
/// <param name="Name">The option's name.</param>
/// <param name="Value">
/// A <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, or <see cref="ulong"/> for snowflakes;
/// a string for every kind of option while it is being typed.
/// </param>
/// <param name="Focused">Whether this is the option being typed.</param>
public sealed record CommandOptionValue(string Name, object? Value, bool Focused = false);
