using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Telenovela.Bot.Storage.Rows;

internal sealed class ContributorConfiguration : IEntityTypeConfiguration<Contributor>
{
    public void Configure(EntityTypeBuilder<Contributor> builder)
    {
        builder.ToTable("contributors");
        builder.Property(contributor => contributor.UserId).HasConversion<long>();
        builder.HasIndex(contributor => contributor.UserId).IsUnique();
        builder.HasIndex(contributor => contributor.Key).IsUnique();
    }
}
