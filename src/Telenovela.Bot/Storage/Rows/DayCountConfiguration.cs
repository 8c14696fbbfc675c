using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Telenovela.Bot.Storage.Rows;

internal sealed class DayCountConfiguration : IEntityTypeConfiguration<DayCount>
{
    public void Configure(EntityTypeBuilder<DayCount> builder)
    {
        builder.ToTable("day_counts");
        builder.HasKey(count => new { count.GuildId, count.Day });
        builder.Property(count => count.GuildId).HasConversion<long>();
    }
}
