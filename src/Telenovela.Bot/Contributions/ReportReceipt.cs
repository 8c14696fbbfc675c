namespace Telenovela.Bot.Contributions;

/// <summary>The answer to a report.</summary>
/// <param name="Id">The report.</param>
/// <param name="IsNew">False where this person had reported this text before.</param>
public sealed record ReportReceipt(long Id, bool IsNew);
