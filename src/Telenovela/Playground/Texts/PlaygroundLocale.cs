using System.Globalization;
using Telenovela.Bot.Commands.Definitions;

namespace Telenovela.Playground.Texts;

/// <summary>A language of the page, which it also names to the bot.</summary>
/// <param name="Tag">As Discord names it.</param>
/// <param name="Name">In its own words.</param>
public sealed record PlaygroundLocale(string Tag, string Name)
{
    /// <summary>The ones to choose from; the first is the default.</summary>
    public static IReadOnlyList<PlaygroundLocale> All { get; } =
    [
        new("en-US", "English"),
        new("es-419", "Español (Latinoamérica)"),
        new("es-ES", "Español (España)"),
    ];

    /// <summary>For numbers and the page's own words.</summary>
    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(Tag);

    /// <summary>Whether it is one of the two Spanish ones.</summary>
    public bool IsSpanish { get; } = Tag.StartsWith("es", StringComparison.Ordinal);

    /// <summary>The command's or option's name or description in this language.</summary>
    public string Of(LocalizedText text) => IsSpanish ? text.Spanish : text.English;
}
