namespace Telenovela.Bot.Commands.Definitions;

/// <summary>A name or description in the languages that commands are registered in.</summary>
/// <param name="English">The default, shown wherever there is no other.</param>
/// <param name="Spanish">Shown to both <c>es-ES</c> and <c>es-419</c>.</param>
public sealed record LocalizedText(string English, string Spanish);
