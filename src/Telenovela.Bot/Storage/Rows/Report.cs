namespace Telenovela.Bot.Storage.Rows;

/// <summary>Somebody asks the moderators to look at a generated text.</summary>
public sealed class Report
{
    /// <summary>The row.</summary>
    public long Id { get; set; }

    /// <summary>The text.</summary>
    public long GeneratedTextId { get; set; }

    /// <summary>The text.</summary>
    public GeneratedText? GeneratedText { get; set; }

    /// <summary>Who reported it; null once that person had their data deleted.</summary>
    public ulong? UserId { get; set; }

    /// <summary>Why, in the person's words.</summary>
    public string? Reason { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The moderator who closed it; null while open.</summary>
    public ulong? ClosedBy { get; set; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
