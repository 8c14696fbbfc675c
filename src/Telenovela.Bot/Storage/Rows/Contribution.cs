namespace Telenovela.Bot.Storage.Rows;

/// <summary>A line that somebody gave.</summary>
public sealed class Contribution
{
    /// <summary>The row; never given out twice, also not after the row is deleted.</summary>
    public long Id { get; set; }

    /// <summary>Names the row across restored backups, where <see cref="Id"/> may be given out again.</summary>
    public Guid Key { get; set; }

    /// <summary>Who gave it.</summary>
    public long ContributorId { get; set; }

    /// <summary>Who gave it.</summary>
    public Contributor? Contributor { get; set; }

    /// <summary>The server; 0 outside of servers.</summary>
    public ulong GuildId { get; set; }

    /// <summary>The interaction that brought it. With <see cref="Ordinal"/> it is unique, so that a redelivered interaction adds nothing.</summary>
    public ulong InteractionId { get; set; }

    /// <summary>Its place among the interaction's lines, from 0.</summary>
    public int Ordinal { get; set; }

    /// <summary>The telenovela's id: <c>high_tide</c>.</summary>
    public string Telenovela { get; set; } = "";

    /// <summary>The telenovela's title as the person wrote or chose it.</summary>
    public string TelenovelaTitle { get; set; } = "";

    /// <summary>ISO 639-1.</summary>
    public string Language { get; set; } = "";

    /// <summary>Who speaks; null for nobody known.</summary>
    public string? Character { get; set; }

    /// <summary>The words with their cues in parentheses; after a moderator's edit, the edited words.</summary>
    public string Text { get; set; } = "";

    /// <summary>The words as they were given, where a moderator edited them; null otherwise.</summary>
    public string? OriginalText { get; set; }

    /// <summary>The plot line, if the person named one.</summary>
    public string? Arc { get; set; }

    /// <summary>What became of it. Changed by compare-and-swap only.</summary>
    public ContributionStatus Status { get; set; }

    /// <summary>When it was given.</summary>
    public DateTimeOffset SubmittedAt { get; set; }

    /// <summary>When it was decided; null while pending.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>See <see cref="Contributions.ContributionFingerprint.ExactHash"/>.</summary>
    public string ExactHash { get; set; } = "";

    /// <summary>The hash of <see cref="OriginalText"/>; null where there is none.</summary>
    public string? OriginalHash { get; set; }

    /// <summary>The how-manieth approval it was, from 1; null if never approved. Kept when a decision is undone.</summary>
    public long? ApprovalSequence { get; set; }

    /// <summary>Every tenth approved line: measured against, never trained on.</summary>
    public bool HeldOut { get; set; }

    /// <summary>What the checks would have the moderator look at; codes that belong to the checks.</summary>
    public List<string> Hints { get; set; } = [];
}
