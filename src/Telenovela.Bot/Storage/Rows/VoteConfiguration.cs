using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Telenovela.Bot.Storage.Rows;

internal sealed class VoteConfiguration : IEntityTypeConfiguration<Vote>
{
    public void Configure(EntityTypeBuilder<Vote> builder)
    {
        builder.ToTable("votes");
        builder.HasKey(vote => new { vote.GeneratedTextId, vote.UserId });
        builder.Property(vote => vote.UserId).HasConversion<long>();
        builder.Property(vote => vote.Value).HasConversion<string>();
        builder.HasIndex(vote => vote.UserId);
        builder.HasOne(vote => vote.GeneratedText).WithMany().HasForeignKey(vote => vote.GeneratedTextId).OnDelete(DeleteBehavior.Cascade);
    }
}
