using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedbackBot.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Indices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Patterns_EndedAt",
                table: "Patterns",
                column: "EndedAt",
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_State",
                table: "Escalations",
                column: "State",
                filter: "\"State\" <> 'Done'");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_PalsAt",
                table: "Cases",
                column: "PalsAt",
                filter: "\"PalsAt\" IS NOT NULL AND \"PalsAcknowledgedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ReceivedAt",
                table: "Cases",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_State",
                table: "Cases",
                column: "State");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Patterns_EndedAt",
                table: "Patterns");

            migrationBuilder.DropIndex(
                name: "IX_Escalations_State",
                table: "Escalations");

            migrationBuilder.DropIndex(
                name: "IX_Cases_PalsAt",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_ReceivedAt",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_State",
                table: "Cases");
        }
    }
}
