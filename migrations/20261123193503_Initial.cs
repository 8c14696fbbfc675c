using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Telenovela.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "contributors",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreditName = table.Column<string>(type: "TEXT", nullable: true),
                    ConsentVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    ConsentedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contributors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "day_counts",
                columns: table => new
                {
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    Given = table.Column<int>(type: "INTEGER", nullable: false),
                    Approved = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_day_counts", x => new { x.GuildId, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "exported_folders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Directory = table.Column<string>(type: "TEXT", nullable: false),
                    Format = table.Column<string>(type: "TEXT", nullable: false),
                    Wanted = table.Column<long>(type: "INTEGER", nullable: false),
                    Written = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exported_folders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "generated_texts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: false),
                    Model = table.Column<string>(type: "TEXT", nullable: false),
                    Seed = table.Column<long>(type: "INTEGER", nullable: false),
                    Settings = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_generated_texts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "guild_settings",
                columns: table => new
                {
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    ReviewChannelId = table.Column<long>(type: "INTEGER", nullable: true),
                    ReviewerRoles = table.Column<string>(type: "TEXT", nullable: false),
                    Languages = table.Column<string>(type: "TEXT", nullable: false),
                    Policy = table.Column<string>(type: "TEXT", nullable: false),
                    ContributorRoles = table.Column<string>(type: "TEXT", nullable: false),
                    ContributeCooldownSeconds = table.Column<int>(type: "INTEGER", nullable: true),
                    GenerateCooldownSeconds = table.Column<int>(type: "INTEGER", nullable: true),
                    LinesPerDay = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guild_settings", x => x.GuildId);
                });

            migrationBuilder.CreateTable(
                name: "guild_words",
                columns: table => new
                {
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Word = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guild_words", x => new { x.GuildId, x.Language, x.Word });
                });

            migrationBuilder.CreateTable(
                name: "moderation_actions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ContributionId = table.Column<long>(type: "INTEGER", nullable: false),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    ModeratorId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    UndoneActionId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_moderation_actions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "pending_erasures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pending_erasures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "telenovela_counts",
                columns: table => new
                {
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    Telenovela = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    Lines = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telenovela_counts", x => new { x.GuildId, x.Telenovela, x.Status });
                });

            migrationBuilder.CreateTable(
                name: "tombstones",
                columns: table => new
                {
                    ContributionId = table.Column<long>(type: "INTEGER", nullable: false),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    Telenovela = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    DeletedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tombstones", x => x.ContributionId);
                });

            migrationBuilder.CreateTable(
                name: "contributions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContributorId = table.Column<long>(type: "INTEGER", nullable: false),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    InteractionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Telenovela = table.Column<string>(type: "TEXT", nullable: false),
                    TelenovelaTitle = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Character = table.Column<string>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    OriginalText = table.Column<string>(type: "TEXT", nullable: true),
                    Arc = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ExactHash = table.Column<string>(type: "TEXT", nullable: false),
                    OriginalHash = table.Column<string>(type: "TEXT", nullable: true),
                    ApprovalSequence = table.Column<long>(type: "INTEGER", nullable: true),
                    HeldOut = table.Column<bool>(type: "INTEGER", nullable: false),
                    Hints = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contributions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contributions_contributors_ContributorId",
                        column: x => x.ContributorId,
                        principalTable: "contributors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GeneratedTextId = table.Column<long>(type: "INTEGER", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reports_generated_texts_GeneratedTextId",
                        column: x => x.GeneratedTextId,
                        principalTable: "generated_texts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "votes",
                columns: table => new
                {
                    GeneratedTextId = table.Column<long>(type: "INTEGER", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_votes", x => new { x.GeneratedTextId, x.UserId });
                    table.ForeignKey(
                        name: "FK_votes_generated_texts_GeneratedTextId",
                        column: x => x.GeneratedTextId,
                        principalTable: "generated_texts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // By hand: CreateTable knows no WITHOUT ROWID, which keeps the many rows in one tree instead of two.
            migrationBuilder.Sql("""
                CREATE TABLE "contribution_bands" (
                    "Band" INTEGER NOT NULL,
                    "ContributionId" INTEGER NOT NULL,
                    CONSTRAINT "PK_contribution_bands" PRIMARY KEY ("Band", "ContributionId"),
                    CONSTRAINT "FK_contribution_bands_contributions_ContributionId" FOREIGN KEY ("ContributionId") REFERENCES "contributions" ("Id") ON DELETE CASCADE
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_contribution_bands_ContributionId",
                table: "contribution_bands",
                column: "ContributionId");

            migrationBuilder.CreateIndex(
                name: "IX_contributions_ApprovalSequence",
                table: "contributions",
                column: "ApprovalSequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contributions_ContributorId_GuildId_Status",
                table: "contributions",
                columns: new[] { "ContributorId", "GuildId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_contributions_ExactHash",
                table: "contributions",
                column: "ExactHash");

            migrationBuilder.CreateIndex(
                name: "IX_contributions_GuildId_Status_Id",
                table: "contributions",
                columns: new[] { "GuildId", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_contributions_GuildId_Telenovela",
                table: "contributions",
                columns: new[] { "GuildId", "Telenovela" });

            migrationBuilder.CreateIndex(
                name: "IX_contributions_InteractionId_Ordinal",
                table: "contributions",
                columns: new[] { "InteractionId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contributions_Key",
                table: "contributions",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contributors_Key",
                table: "contributors",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contributors_UserId",
                table: "contributors",
                column: "UserId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_exported_folders_Directory",
                table: "exported_folders",
                column: "Directory",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_generated_texts_MessageId",
                table: "generated_texts",
                column: "MessageId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_moderation_actions_ContributionId_Id",
                table: "moderation_actions",
                columns: new[] { "ContributionId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_moderation_actions_GuildId_ModeratorId_Id",
                table: "moderation_actions",
                columns: new[] { "GuildId", "ModeratorId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_moderation_actions_UndoneActionId",
                table: "moderation_actions",
                column: "UndoneActionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reports_GeneratedTextId_UserId",
                table: "reports",
                columns: new[] { "GeneratedTextId", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reports_UserId",
                table: "reports",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_votes_UserId",
                table: "votes",
                column: "UserId");

            // By hand: the figures, kept as lines come, are decided and go.
            migrationBuilder.Sql("""
                CREATE TRIGGER "contributions_count_new" AFTER INSERT ON "contributions"
                BEGIN
                    INSERT INTO "telenovela_counts" ("GuildId", "Telenovela", "Status", "Lines") VALUES (NEW."GuildId", NEW."Telenovela", NEW."Status", 1)
                        ON CONFLICT DO UPDATE SET "Lines" = "Lines" + 1;
                    INSERT INTO "day_counts" ("GuildId", "Day", "Given", "Approved") VALUES (NEW."GuildId", NEW."SubmittedAt" / 864000000000, 1, NEW."Status" = 'Approved')
                        ON CONFLICT DO UPDATE SET "Given" = "Given" + 1, "Approved" = "Approved" + excluded."Approved";
                END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "contributions_count_decided" AFTER UPDATE OF "Status" ON "contributions" WHEN NEW."Status" <> OLD."Status"
                BEGIN
                    INSERT INTO "telenovela_counts" ("GuildId", "Telenovela", "Status", "Lines") VALUES (NEW."GuildId", NEW."Telenovela", NEW."Status", 1)
                        ON CONFLICT DO UPDATE SET "Lines" = "Lines" + 1;
                    UPDATE "telenovela_counts" SET "Lines" = "Lines" - 1
                        WHERE "GuildId" = OLD."GuildId" AND "Telenovela" = OLD."Telenovela" AND "Status" = OLD."Status";
                    DELETE FROM "telenovela_counts"
                        WHERE "GuildId" = OLD."GuildId" AND "Telenovela" = OLD."Telenovela" AND "Status" = OLD."Status" AND "Lines" = 0;
                    UPDATE "day_counts" SET "Approved" = "Approved" + (NEW."Status" = 'Approved') - (OLD."Status" = 'Approved')
                        WHERE "GuildId" = OLD."GuildId" AND "Day" = OLD."SubmittedAt" / 864000000000;
                END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "contributions_count_gone" AFTER DELETE ON "contributions"
                BEGIN
                    UPDATE "telenovela_counts" SET "Lines" = "Lines" - 1
                        WHERE "GuildId" = OLD."GuildId" AND "Telenovela" = OLD."Telenovela" AND "Status" = OLD."Status";
                    DELETE FROM "telenovela_counts"
                        WHERE "GuildId" = OLD."GuildId" AND "Telenovela" = OLD."Telenovela" AND "Status" = OLD."Status" AND "Lines" = 0;
                    UPDATE "day_counts" SET "Given" = "Given" - 1, "Approved" = "Approved" - (OLD."Status" = 'Approved')
                        WHERE "GuildId" = OLD."GuildId" AND "Day" = OLD."SubmittedAt" / 864000000000;
                    DELETE FROM "day_counts" WHERE "GuildId" = OLD."GuildId" AND "Day" = OLD."SubmittedAt" / 864000000000 AND "Given" = 0;
                END;
                """);

            // By hand: the audit is appended to. Only a reason may go, because it can quote a line that somebody had erased.
            migrationBuilder.Sql("""
                CREATE TRIGGER "moderation_actions_are_kept" BEFORE DELETE ON "moderation_actions"
                BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "moderation_actions_are_unchanged" BEFORE UPDATE ON "moderation_actions"
                WHEN NEW."Reason" IS NOT NULL OR NEW."Id" IS NOT OLD."Id" OR NEW."ContributionId" IS NOT OLD."ContributionId"
                    OR NEW."GuildId" IS NOT OLD."GuildId" OR NEW."ModeratorId" IS NOT OLD."ModeratorId" OR NEW."Kind" IS NOT OLD."Kind"
                    OR NEW."At" IS NOT OLD."At" OR NEW."UndoneActionId" IS NOT OLD."UndoneActionId"
                BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contribution_bands");

            migrationBuilder.DropTable(
                name: "day_counts");

            migrationBuilder.DropTable(
                name: "exported_folders");

            migrationBuilder.DropTable(
                name: "guild_settings");

            migrationBuilder.DropTable(
                name: "guild_words");

            migrationBuilder.DropTable(
                name: "moderation_actions");

            migrationBuilder.DropTable(
                name: "pending_erasures");

            migrationBuilder.DropTable(
                name: "reports");

            migrationBuilder.DropTable(
                name: "telenovela_counts");

            migrationBuilder.DropTable(
                name: "tombstones");

            migrationBuilder.DropTable(
                name: "votes");

            migrationBuilder.DropTable(
                name: "contributions");

            migrationBuilder.DropTable(
                name: "generated_texts");

            migrationBuilder.DropTable(
                name: "contributors");
        }
    }
}
