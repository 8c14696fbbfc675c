using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Telenovela.Bot.Storage.Rows;

internal sealed class GuildSettingsConfiguration : IEntityTypeConfiguration<GuildSettings>
{
    public void Configure(EntityTypeBuilder<GuildSettings> builder)
    {
        builder.ToTable("guild_settings");
        builder.HasKey(settings => settings.GuildId);
        builder.Property(settings => settings.GuildId).HasConversion<long>().ValueGeneratedNever();
        builder.Property(settings => settings.ReviewChannelId).HasConversion<long?>();
        builder.Property(settings => settings.NewsChannelId).HasConversion<long?>();
        builder.PrimitiveCollection(settings => settings.ReviewerRoles).ElementType(role => role.HasConversion<long>());
        builder.PrimitiveCollection(settings => settings.ContributorRoles).ElementType(role => role.HasConversion<long>());
        builder.Property(settings => settings.Policy).HasConversion<string>();
        builder.Property(settings => settings.Version).IsConcurrencyToken();
    }
}
