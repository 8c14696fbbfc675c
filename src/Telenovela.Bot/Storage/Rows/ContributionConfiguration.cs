using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Telenovela.Bot.Storage.Rows;

internal sealed class ContributionConfiguration : IEntityTypeConfiguration<Contribution>
{
    public void Configure(EntityTypeBuilder<Contribution> builder)
    {
        builder.ToTable("contributions");
        builder.Property(contribution => contribution.GuildId).HasConversion<long>();
        builder.Property(contribution => contribution.InteractionId).HasConversion<long>();
        builder.Property(contribution => contribution.Status).HasConversion<string>();
        builder.HasOne(contribution => contribution.Contributor).WithMany().HasForeignKey(contribution => contribution.ContributorId).OnDelete(DeleteBehavior.Restrict);

        builder.HasIndex(contribution => contribution.Key).IsUnique();
        builder.HasIndex(contribution => new { contribution.InteractionId, contribution.Ordinal }).IsUnique();
        builder.HasIndex(contribution => contribution.ExactHash);
        builder.HasIndex(contribution => contribution.ApprovalSequence).IsUnique();
        builder.HasIndex(contribution => new { contribution.ContributorId, contribution.GuildId, contribution.Status });

        // For the next pending line of a server, and for a telenovela's title beside its figures.
        builder.HasIndex(contribution => new { contribution.GuildId, contribution.Status, contribution.Id });
        builder.HasIndex(contribution => new { contribution.GuildId, contribution.Telenovela });
    }
}
