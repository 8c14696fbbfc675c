using System.ComponentModel.DataAnnotations;

namespace Telenovela.Bot.Retraining;

/// <summary>How the bot learns at night (section <c>Retraining</c>).</summary>
public sealed class RetrainingOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Retraining";

    /// <summary>Whether the schedule runs. By hand one can retrain in any case.</summary>
    /// <value>True by default.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>When: a cron expression of Quartz, seconds first.</summary>
    /// <value><c>0 0 3 * * ?</c> by default: every night at three.</value>
    [Required]
    public string Cron { get; set; } = "0 0 3 * * ?";

    /// <summary>The time zone that <see cref="Cron"/> means, for example <c>America/Mexico_City</c>.</summary>
    /// <value>The machine's own by default.</value>
    public string? TimeZone { get; set; }

    /// <summary>Servers whose administrators may retrain and roll back; none for every server's.</summary>
    /// <value>None by default, which suits a bot of one server. A bot of many serves them all from the same models: name yours.</value>
    public IList<ulong> Servers { get; init; } = [];

    /// <summary>New lines that a run is worth.</summary>
    /// <value>1 by default.</value>
    [Range(1, 100_000)]
    public int FewestNewLines { get; set; } = 1;

    /// <summary>Passes over the text.</summary>
    /// <value>2 by default.</value>
    [Range(1, 100)]
    public int Epochs { get; set; } = 2;

    /// <summary>Highest learning rate.</summary>
    /// <value>0.0005 by default.</value>
    [Range(1e-8, 1)]
    public double LearningRate { get; set; } = 5e-4;

    /// <summary>How often a new line stands in the text of an epoch.</summary>
    /// <value>3 by default.</value>
    [Range(1, 100)]
    public int NewLineRepeats { get; set; } = 3;

    /// <summary>Characters of the corpus, drawn anew for every run, that are learned along, so that nothing is forgotten (rehearsal).</summary>
    /// <value>300,000 by default.</value>
    [Range(0, 100_000_000)]
    public int RehearsalCharacters { get; set; } = 300_000;

    /// <summary>Threads for training.</summary>
    /// <value>1 by default: two would double the bot's answering time on two processors.</value>
    [Range(1, 64)]
    public int Threads { get; set; } = 1;

    /// <summary>The share of a processor that training and measuring take at most; in between they rest.</summary>
    /// <value>0.25 by default: a night lasts four times as long as at full speed, and answers wait less often for a processor.</value>
    [Range(0.01, 1)]
    public double ProcessorShare { get; set; } = 0.25;

    /// <summary>Minutes between two notes of how far the training is: what a killed bot loses at most.</summary>
    /// <value>2 by default.</value>
    [Range(0.01, 1440)]
    public double CheckpointMinutes { get; set; } = 2;

    /// <summary>Hours after which training is stopped; what was learned by then goes to the gate.</summary>
    /// <value>3 by default.</value>
    [Range(0.001, 48)]
    public double MostHours { get; set; } = 3;

    /// <summary>Megabytes of memory that training may take before it is ended.</summary>
    /// <value>4,096 by default; the shipped models take about 700.</value>
    [Range(64, 1_000_000)]
    public int MostMegabytes { get; set; } = 4096;

    /// <summary>What the loss on the held-out episodes may be worse by, nats per character.</summary>
    /// <value>0.005 by default.</value>
    [Range(0, 10)]
    public double Tolerance { get; set; } = 0.005;

    /// <summary>Earlier generations that are kept to go back to.</summary>
    /// <value>2 by default.</value>
    [Range(0, 1000)]
    public int KeptGenerations { get; set; } = 2;

    /// <summary>Megabytes that all generations may take; the one in use stays in any case.</summary>
    /// <value>512 by default: a generation of the shipped models takes 26.</value>
    [Range(1, 1_000_000)]
    public int MostModelMegabytes { get; set; } = 512;
}
