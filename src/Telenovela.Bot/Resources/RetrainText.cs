namespace Telenovela.Bot.Resources;

/// <summary>Names the resource files (<c>RetrainText.resx</c>, <c>RetrainText.es.resx</c>) that hold what is said of the models' learning.</summary>
public sealed class RetrainText;
