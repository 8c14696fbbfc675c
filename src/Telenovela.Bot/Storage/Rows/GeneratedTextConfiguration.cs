using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Telenovela.Bot.Storage.Rows;

internal sealed class GeneratedTextConfiguration : IEntityTypeConfiguration<GeneratedText>
{
    public void Configure(EntityTypeBuilder<GeneratedText> builder)
    {
        builder.ToTable("generated_texts");
        builder.Property(text => text.GuildId).HasConversion<long>();
        builder.Property(text => text.ChannelId).HasConversion<long>();
        builder.Property(text => text.MessageId).HasConversion<long>();
        builder.HasIndex(text => text.MessageId).IsUnique();
    }
}
