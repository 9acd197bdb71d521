using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedbackBot.Store.Migrations.Postgres
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
                    ConversationId = table.Column<string>(type: "text", nullable: false),
                    ActivityId = table.Column<string>(type: "text", nullable: false),
                    CaseId = table.Column<string>(type: "text", nullable: false),
                    Lane = table.Column<string>(type: "text", nullable: false),
                    ServiceUrl = table.Column<string>(type: "text", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
