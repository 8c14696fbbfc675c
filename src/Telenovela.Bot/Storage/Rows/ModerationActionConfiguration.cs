using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Telenovela.Bot.Storage.Rows;

internal sealed class ModerationActionConfiguration : IEntityTypeConfiguration<ModerationAction>
{
    public void Configure(EntityTypeBuilder<ModerationAction> builder)
    {
        builder.ToTable("moderation_actions");
        builder.Property(action => action.GuildId).HasConversion<long>();
        builder.Property(action => action.ModeratorId).HasConversion<long>();
        builder.Property(action => action.Kind).HasConversion<string>();
        builder.HasIndex(action => new { action.ContributionId, action.Id });
        builder.HasIndex(action => new { action.GuildId, action.ModeratorId, action.Id });
        builder.HasIndex(action => action.UndoneActionId).IsUnique();
    }
}
