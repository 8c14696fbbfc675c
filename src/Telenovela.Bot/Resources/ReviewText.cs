namespace Telenovela.Bot.Resources;

/// <summary>Names the resource files (<c>ReviewText.resx</c>, <c>ReviewText.es.resx</c>) that hold what moderators, administrators and voters are told.</summary>
public sealed class ReviewText;
