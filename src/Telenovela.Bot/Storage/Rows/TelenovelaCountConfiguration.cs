using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Telenovela.Bot.Storage.Rows;

internal sealed class TelenovelaCountConfiguration : IEntityTypeConfiguration<TelenovelaCount>
{
    public void Configure(EntityTypeBuilder<TelenovelaCount> builder)
    {
        builder.ToTable("telenovela_counts");
        builder.HasKey(count => new { count.GuildId, count.Telenovela, count.Status });
        builder.Property(count => count.GuildId).HasConversion<long>();
        builder.Property(count => count.Status).HasConversion<string>();
    }
}
