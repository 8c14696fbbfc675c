using System.Globalization;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Commands.Generate;

/// <summary>
/// What the buttons under a generated text have to remember. It travels in their custom ids, so that they work after a restart;
/// what comes back is untrusted and is held to the same limits as the command's options.
/// </summary>
/// <param name="Telenovela">Id of the telenovela.</param>
/// <param name="Length">Characters to write.</param>
/// <param name="Temperature">Sampling temperature, kept to two decimals.</param>
public sealed record GenerationSettings(string Telenovela, int Length, double Temperature)
{
    /// <summary>Fewest characters to ask for.</summary>
    public const int MinLength = 20;

    /// <summary>Most characters to ask for: with escaped markdown and prompt it still fits an embed's 4,096.</summary>
    public const int MaxLength = 1500;

    /// <summary>What is written when no length is given.</summary>
    public const int DefaultLength = WritingRequest.DefaultLength;

    /// <summary>What is used when no temperature is given.</summary>
    public const double DefaultTemperature = 0.8;

    /// <summary>Highest temperature.</summary>
    public const double MaxTemperature = 1.5;

    /// <summary>Most characters of a prompt.</summary>
    public const int MaxPrompt = 300;

    /// <summary>Writes the custom id of a button, at most 100 characters.</summary>
    /// <param name="handler">The name of the button's handler.</param>
    public string ToCustomId(string handler) =>
        string.Create(CultureInfo.InvariantCulture, $"{handler}:{Length}:{Temperature:0.##}:{Telenovela}");

    /// <summary>Reads a custom id.</summary>
    /// <param name="customId">As it came back.</param>
    /// <returns>The settings, or null where the id was not written by <see cref="ToCustomId"/> or is out of limits.</returns>
    public static GenerationSettings? FromCustomId(string customId) =>
        customId.Split(':', 4) is [_, var length, var temperature, { Length: > 0 } telenovela]
        && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var characters)
        && characters is >= MinLength and <= MaxLength
        && double.TryParse(temperature, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degree)
        && degree is >= 0 and <= MaxTemperature
            ? new GenerationSettings(telenovela, characters, degree)
            : null;

    /// <summary>A request for the writer.</summary>
    /// <param name="prompt">What the text carries on from.</param>
    /// <param name="seed">The seed.</param>
    public WritingRequest ToRequest(string? prompt, long seed) =>
        new() { Telenovela = Telenovela, Prompt = prompt, Length = Length, Temperature = Temperature, Seed = seed };

    /// <summary>
    /// A seed that people can read out and type again, below 10⁹, drawn from the interaction's snowflake (Fibonacci hashing;
    /// Knuth, The Art of Computer Programming 3, section 6.4), so that the same interaction always gives the same text.
    /// </summary>
    /// <param name="interactionId">Snowflake.</param>
    public static long SeedOf(ulong interactionId) => (long)(unchecked(interactionId * 0x9E3779B97F4A7C15) >> 16) % 1_000_000_000;
}
