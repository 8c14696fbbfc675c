using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Telenovela.Bot.Storage.Rows;

internal sealed class ReportConfiguration : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("reports");
        builder.Property(report => report.UserId).HasConversion<long?>();
        builder.Property(report => report.ClosedBy).HasConversion<long?>();
        builder.HasIndex(report => new { report.GeneratedTextId, report.UserId }).IsUnique();
        builder.HasIndex(report => report.UserId);
        builder.HasOne(report => report.GeneratedText).WithMany().HasForeignKey(report => report.GeneratedTextId).OnDelete(DeleteBehavior.Cascade);
    }
}
