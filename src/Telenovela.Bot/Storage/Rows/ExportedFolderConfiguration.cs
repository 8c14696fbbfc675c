using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Telenovela.Bot.Storage.Rows;

internal sealed class ExportedFolderConfiguration : IEntityTypeConfiguration<ExportedFolder>
{
    public void Configure(EntityTypeBuilder<ExportedFolder> builder)
    {
        builder.ToTable("exported_folders");
        builder.HasIndex(folder => folder.Directory).IsUnique();
    }
}
