using System.Globalization;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>Turns a person's locale into the culture that texts and numbers follow.</summary>
public static class InteractionCulture
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>The culture of a Discord locale; English where the locale is unknown or malformed.</summary>
    /// <param name="locale">For example <c>es-419</c>.</param>
    public static CultureInfo Of(string locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(locale, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return English;
        }
    }

    /// <summary>Makes <paramref name="locale"/> the current culture of this asynchronous flow.</summary>
    /// <param name="locale">For example <c>es-419</c>.</param>
    public static void Enter(string locale) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Of(locale);
}
