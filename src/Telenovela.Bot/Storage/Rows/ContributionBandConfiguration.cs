using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Telenovela.Bot.Storage.Rows;

internal sealed class ContributionBandConfiguration : IEntityTypeConfiguration<ContributionBand>
{
    public void Configure(EntityTypeBuilder<ContributionBand> builder)
    {
        // The first migration makes it WITHOUT ROWID: one tree instead of two, for a table with a dozen rows a line.
        builder.ToTable("contribution_bands");
        builder.HasKey(band => new { band.Band, band.ContributionId });
        builder.Property(band => band.Band).ValueGeneratedNever();
        builder.HasOne<Contribution>().WithMany().HasForeignKey(band => band.ContributionId).OnDelete(DeleteBehavior.Cascade);
    }
}
