namespace Telenovela.Bot.Resources;

/// <summary>Names the resource files that hold what is said about giving lines and about what is kept of people.</summary>
public sealed class ContributeText;
