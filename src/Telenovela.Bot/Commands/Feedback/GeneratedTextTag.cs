using System.Globalization;
using Telenovela.Bot.Commands.Generate;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Commands.Feedback;

/// <summary>
/// What the buttons that judge a generated text have to remember of how it was made. It travels in their custom ids, so that they
/// work after a restart.
/// </summary>
/// <param name="Seed">The seed.</param>
/// <param name="Settings">Telenovela, length and temperature.</param>
/// <param name="Model">The language model's name; empty where it had no room.</param>
public sealed record GeneratedTextTag(long Seed, GenerationSettings Settings, string Model)
{
    private const int MostCharacters = 100;

    /// <summary>The longest name of a handler that reads such ids.</summary>
    private const int LongestHandler = 10;

    /// <summary>What a text's buttons remember.</summary>
    /// <param name="written">The text.</param>
    /// <param name="settings">What it was asked with.</param>
    public static GeneratedTextTag Of(WrittenText written, GenerationSettings settings) =>
        new(written.Seed, settings with { Telenovela = written.Telenovela.Id }, written.Telenovela.Model);

    /// <summary>Writes the custom id of a button, at most 100 characters.</summary>
    /// <param name="handler">The name of the button's handler, at most 10 characters.</param>
    public string ToCustomId(string handler)
    {
        var how = string.Create(CultureInfo.InvariantCulture, $":{Seed}:{Settings.Length}:{Settings.Temperature:0.##}:");

        // The telenovela is needed to make sense of the rest; the model can still be looked up by it.
        var fits = LongestHandler + how.Length + Model.Length + 1 + Settings.Telenovela.Length <= MostCharacters;
        return $"{handler}{how}{(fits && !Model.Contains(':', StringComparison.Ordinal) ? Model : "")}:{Settings.Telenovela}";
    }

    /// <summary>Reads a custom id.</summary>
    /// <param name="customId">As it came back.</param>
    /// <returns>Null where it was not written by <see cref="ToCustomId"/>.</returns>
    public static GeneratedTextTag? FromCustomId(string customId) =>
        customId.Split(':', 6) is [var handler, var seed, var length, var temperature, var model, var telenovela]
        && long.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && GenerationSettings.FromCustomId($"{handler}:{length}:{temperature}:{telenovela}") is { } settings
            ? new GeneratedTextTag(number, settings, model)
            : null;
}
