using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Telenovela.Bot.Storage.Rows;

internal sealed class TombstoneConfiguration : IEntityTypeConfiguration<Tombstone>
{
    public void Configure(EntityTypeBuilder<Tombstone> builder)
    {
        builder.ToTable("tombstones");
        builder.HasKey(tombstone => tombstone.ContributionId);
        builder.Property(tombstone => tombstone.ContributionId).ValueGeneratedNever();
        builder.Property(tombstone => tombstone.GuildId).HasConversion<long>();
        builder.Property(tombstone => tombstone.Status).HasConversion<string>();
    }
}
