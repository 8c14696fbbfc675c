using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Telenovela.Bot.Storage.Rows;

internal sealed class PendingErasureConfiguration : IEntityTypeConfiguration<PendingErasure>
{
    public void Configure(EntityTypeBuilder<PendingErasure> builder) => builder.ToTable("pending_erasures");
}
