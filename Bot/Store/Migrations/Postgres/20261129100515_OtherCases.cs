using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedbackBot.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OtherCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsTakenOut",
                table: "Cases");

            migrationBuilder.AddColumn<string>(
                name: "AgainAfter",
                table: "Cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "TakenOut",
                table: "Cases",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AgainAfter",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "TakenOut",
                table: "Cases");

            migrationBuilder.AddColumn<bool>(
                name: "IsTakenOut",
                table: "Cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }
    }
}
