namespace Telenovela.Bot.Storage.Rows;

/// <summary>A person who consented, once at least, to give lines.</summary>
public sealed class Contributor
{
    /// <summary>The row.</summary>
    public long Id { get; set; }

    /// <summary>Names the row across restored backups, where <see cref="Id"/> may be given out again.</summary>
    public Guid Key { get; set; }

    /// <summary>The person at Discord.</summary>
    public ulong UserId { get; set; }

    /// <summary>Random bytes behind the person's pseudonym in exports; gone with the row, so that the pseudonym can't be led back.</summary>
    public byte[] Salt { get; set; } = [];

    /// <summary>The name under which the person wants to be credited; null for the pseudonym.</summary>
    public string? CreditName { get; set; }

    /// <summary>The version of the terms that the person agreed to last; null if never.</summary>
    public int? ConsentVersion { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? ConsentedAt { get; set; }

    /// <summary>The decision up to which the person was told what became of the lines; null if never.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>Lines of the person that a model has learned since, and of which the person wasn't told yet.</summary>
    public int LearnedUntold { get; set; }

    /// <summary>When the consent was withdrawn; null while it stands. Lines of this person are neither reviewed, trained on nor exported meanwhile.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
}
