using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Telenovela.Bot.Storage.Rows;

internal sealed class TrainingStageConfiguration : IEntityTypeConfiguration<TrainingStage>
{
    public void Configure(EntityTypeBuilder<TrainingStage> builder)
    {
        builder.ToTable("training_stages");
        builder.HasIndex(stage => new { stage.RunId, stage.Name }).IsUnique();
    }
}
