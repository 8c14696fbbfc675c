using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Storage;

/// <summary>The tables of <c>telenovela.db</c>. Write through <see cref="Store"/>, which keeps the precautions.</summary>
/// <param name="options">The connection.</param>
public sealed class TelenovelaDbContext(DbContextOptions<TelenovelaDbContext> options) : DbContext(options)
{
    /// <summary>The assembly that holds the migrations.</summary>
    public const string MigrationsAssembly = "Telenovela.Migrations";

    /// <summary>People who gave lines.</summary>
    public DbSet<Contributor> Contributors => Set<Contributor>();

    /// <summary>Lines.</summary>
    public DbSet<Contribution> Contributions => Set<Contribution>();

    /// <summary>Fingerprints of lines.</summary>
    public DbSet<ContributionBand> ContributionBands => Set<ContributionBand>();

    /// <summary>Lines by telenovela and status.</summary>
    public DbSet<TelenovelaCount> TelenovelaCounts => Set<TelenovelaCount>();

    /// <summary>Lines by day.</summary>
    public DbSet<DayCount> DayCounts => Set<DayCount>();

    /// <summary>The audit.</summary>
    public DbSet<ModerationAction> ModerationActions => Set<ModerationAction>();

    /// <summary>Generated texts that were voted on or reported.</summary>
    public DbSet<GeneratedText> GeneratedTexts => Set<GeneratedText>();

    /// <summary>Votes.</summary>
    public DbSet<Vote> Votes => Set<Vote>();

    /// <summary>Reports.</summary>
    public DbSet<Report> Reports => Set<Report>();

    /// <summary>Servers' choices.</summary>
    public DbSet<GuildSettings> GuildSettings => Set<GuildSettings>();

    /// <summary>Servers' word lists.</summary>
    public DbSet<GuildWord> GuildWords => Set<GuildWord>();

    /// <summary>Deleted lines.</summary>
    public DbSet<Tombstone> Tombstones => Set<Tombstone>();

    /// <summary>Where the dataset was exported to.</summary>
    public DbSet<ExportedFolder> ExportedFolders => Set<ExportedFolder>();

    /// <summary>Deletions whose bytes aren't gone yet.</summary>
    public DbSet<PendingErasure> PendingErasures => Set<PendingErasure>();

    /// <summary>Training runs.</summary>
    public DbSet<TrainingRun> TrainingRuns => Set<TrainingRun>();

    /// <summary>Their stages.</summary>
    public DbSet<TrainingStage> TrainingStages => Set<TrainingStage>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TelenovelaDbContext).Assembly);
}
