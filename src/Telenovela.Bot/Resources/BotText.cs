namespace Telenovela.Bot.Resources;

/// <summary>Names the resource files (<c>BotText.resx</c>, <c>BotText.es.resx</c>) that hold what the bot says.</summary>
public sealed class BotText;
