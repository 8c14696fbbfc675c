using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Telenovela.Bot.Storage;

namespace Telenovela.Migrations;

/// <summary>Gives dotnet-ef a context; its database is never opened when migrations are added.</summary>
public sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<TelenovelaDbContext>
{
    /// <inheritdoc/>
    public TelenovelaDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<TelenovelaDbContext>()
        .UseSqlite("Data Source=design-time.db", sqlite => sqlite.MigrationsAssembly(TelenovelaDbContext.MigrationsAssembly))
        .Options);
}
