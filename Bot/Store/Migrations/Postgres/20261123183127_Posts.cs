using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedbackBot.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Posts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Former",
                table: "Posts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Links",
                table: "Posts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Quoted",
                table: "Posts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "QuotedId",
                table: "Posts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "WithheldIn",
                table: "Posts",
                type: "text[]",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Former",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "Links",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "Quoted",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "QuotedId",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "WithheldIn",
                table: "Posts");
        }
    }
}
