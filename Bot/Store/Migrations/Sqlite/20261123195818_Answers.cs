using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedbackBot.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Answers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "QuotedMessages",
                columns: table => new
                {
                    ConversationId = table.Column<string>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<string>(type: "TEXT", nullable: false),
                    CaseId = table.Column<string>(type: "TEXT", nullable: false),
                    Lane = table.Column<string>(type: "TEXT", nullable: false),
                    ServiceUrl = table.Column<string>(type: "TEXT", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuotedMessages", x => new { x.ConversationId, x.ActivityId, x.CaseId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Posts_QuotedId",
                table: "Posts",
                column: "QuotedId",
                filter: "\"QuotedId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_QuotedMessages_CaseId",
                table: "QuotedMessages",
                column: "CaseId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "QuotedMessages");

            migrationBuilder.DropIndex(
                name: "IX_Posts_QuotedId",
                table: "Posts");
        }
    }
}
