using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Telenovela.Bot.Storage.Rows;

internal sealed class TrainingRunConfiguration : IEntityTypeConfiguration<TrainingRun>
{
    public void Configure(EntityTypeBuilder<TrainingRun> builder)
    {
        builder.ToTable("training_runs");
        builder.Property(run => run.Trigger).HasConversion<string>();
        builder.Property(run => run.State).HasConversion<string>();
        builder.HasIndex(run => run.ScheduledFor).IsUnique();
        builder.HasIndex(run => run.State);
        builder.HasMany(run => run.Stages).WithOne().HasForeignKey(stage => stage.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
