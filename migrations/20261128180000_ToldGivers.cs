using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Telenovela.Migrations
{
    /// <inheritdoc />
    public partial class ToldGivers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "LearnedUntold",
                table: "contributors",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "ToldAt",
                table: "contributors",
                type: "INTEGER",
                nullable: true);

            // Of what was decided before, nobody is told: moderators gave their reasons without knowing that givers would read them.
            migrationBuilder.Sql("""UPDATE "contributors" SET "ToldAt" = (SELECT MAX("DecidedAt") FROM "contributions");""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "LearnedUntold",
                table: "contributors");

            migrationBuilder.DropColumn(
                name: "ToldAt",
                table: "contributors");
        }
    }
}
