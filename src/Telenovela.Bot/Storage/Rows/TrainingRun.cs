namespace Telenovela.Bot.Storage.Rows;

/// <summary>A training run, or a step back.</summary>
public sealed class TrainingRun
{
    /// <summary>The row.</summary>
    public long Id { get; set; }

    /// <summary>What began it.</summary>
    public RunTrigger Trigger { get; set; }

    /// <summary>
    /// The local time that the schedule meant (<c>2026-11-25T03:00</c>), unique: however often a clock shows it, it is one run. Null for a run
    /// that the schedule didn't begin.
    /// </summary>
    public string? ScheduledFor { get; set; }

    /// <summary>What became of it.</summary>
    public RunState State { get; set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it ended; null while it is under way.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Contributed lines that were new in it.</summary>
    public int NewLines { get; set; }

    /// <summary>The generation that it published or went back to; null for none, or for the shipped models.</summary>
    public string? Generation { get; set; }

    /// <summary>A <see cref="Retraining.Reports.RunReport"/> as JSON; never a contributed text.</summary>
    public string Report { get; set; } = "{}";

    /// <summary>Its stages.</summary>
    public List<TrainingStage> Stages { get; set; } = [];
}
