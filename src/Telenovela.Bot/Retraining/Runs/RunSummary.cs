using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Retraining.Runs;

/// <summary>A run as it is shown.</summary>
/// <param name="Id">The row.</param>
/// <param name="Trigger">What began it.</param>
/// <param name="State">What became of it.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it ended; null while it is under way.</param>
/// <param name="NewLines">Contributed lines that were new in it.</param>
/// <param name="Generation">What it published or went back to; null for none or the shipped models.</param>
/// <param name="Report">What it found out.</param>
/// <param name="Stages">Its stages, in order.</param>
public sealed record RunSummary(
    long Id,
    RunTrigger Trigger,
    RunState State,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    int NewLines,
    string? Generation,
    RunReport Report,
    IReadOnlyList<StageSummary> Stages);
