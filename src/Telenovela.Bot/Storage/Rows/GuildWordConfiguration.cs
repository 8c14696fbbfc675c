using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Telenovela.Bot.Storage.Rows;

internal sealed class GuildWordConfiguration : IEntityTypeConfiguration<GuildWord>
{
    public void Configure(EntityTypeBuilder<GuildWord> builder)
    {
        builder.ToTable("guild_words");
        builder.HasKey(word => new { word.GuildId, word.Language, word.Word });
        builder.Property(word => word.GuildId).HasConversion<long>();
    }
}
