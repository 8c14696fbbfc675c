namespace Telenovela.Bot.Storage.Rows;

/// <summary>A stage of a training run.</summary>
public sealed class TrainingStage
{
    /// <summary>The row.</summary>
    public long Id { get; set; }

    /// <summary>The run.</summary>
    public long RunId { get; set; }

    /// <summary>Which stage.</summary>
    public string Name { get; set; } = "";

    /// <summary>When it began, the first time.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it ended well; null where it didn't.</summary>
    public DateTimeOffset? FinishedAt { get; set; }
}
