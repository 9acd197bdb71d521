using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedbackBot.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Attention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Alarm",
                table: "Cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsCorrected",
                table: "Cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsPlaceKnown",
                table: "Cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsTakenOut",
                table: "Cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsUnweighed",
                table: "Cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PalsAcknowledgedAt",
                table: "Cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PalsAt",
                table: "Cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reading",
                table: "Cases",
                type: "text",
                nullable: false,
                defaultValue: "{\"Tone\":\"Neutral\",\"Severity\":0,\"Topics\":[],\"Words\":[]}");

            migrationBuilder.AddColumn<string>(
                name: "Tone",
                table: "Cases",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "Neutral");

            migrationBuilder.AddColumn<string>(
                name: "Withheld",
                table: "Cases",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Digests",
                columns: table => new
                {
                    PersonId = table.Column<string>(type: "text", nullable: false),
                    Schedule = table.Column<string>(type: "text", nullable: false),
                    TimeZone = table.Column<string>(type: "text", nullable: true),
                    SetAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SentKey = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Digests", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "Escalations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    WardId = table.Column<string>(type: "text", nullable: false),
                    Why = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Rungs = table.Column<int>(type: "integer", nullable: false),
                    RungAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ToldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TakenById = table.Column<string>(type: "text", nullable: true),
                    TakenByName = table.Column<string>(type: "text", nullable: true),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DoneById = table.Column<string>(type: "text", nullable: true),
                    DoneByName = table.Column<string>(type: "text", nullable: true),
                    DoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true),
                    LookAgainAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Escalations", x => x.Id);
                    table.CheckConstraint("CK_Escalations_DoneHasItsTime", "\"State\" <> 'Done' OR \"DoneAt\" IS NOT NULL");
                    table.CheckConstraint("CK_Escalations_TakenIsSomeones", "\"State\" <> 'Taken' OR \"TakenById\" IS NOT NULL");
                });

            migrationBuilder.CreateTable(
                name: "Patterns",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    WardId = table.Column<string>(type: "text", nullable: false),
                    Topic = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    RuleVersion = table.Column<int>(type: "integer", nullable: false),
                    Complaints = table.Column<string>(type: "text", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ToldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TellAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    WhyEnded = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Patterns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EscalationCards",
                columns: table => new
                {
                    ConversationId = table.Column<string>(type: "text", nullable: false),
                    ActivityId = table.Column<string>(type: "text", nullable: false),
                    EscalationId = table.Column<string>(type: "text", nullable: false),
                    PersonId = table.Column<string>(type: "text", nullable: false),
                    ServiceUrl = table.Column<string>(type: "text", nullable: false),
                    ShownVersion = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EscalationCards", x => new { x.ConversationId, x.ActivityId });
                    table.ForeignKey(
                        name: "FK_EscalationCards_Escalations_EscalationId",
                        column: x => x.EscalationId,
                        principalTable: "Escalations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_IsUnweighed",
                table: "Cases",
                column: "IsUnweighed",
                filter: "\"IsUnweighed\"");

            migrationBuilder.CreateIndex(
                name: "IX_EscalationCards_EscalationId",
                table: "EscalationCards",
                column: "EscalationId");

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_LookAgainAt",
                table: "Escalations",
                column: "LookAgainAt");

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_Subject",
                table: "Escalations",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_Patterns_WardId_EndedAt",
                table: "Patterns",
                columns: new[] { "WardId", "EndedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Digests");

            migrationBuilder.DropTable(
                name: "EscalationCards");

            migrationBuilder.DropTable(
                name: "Patterns");

            migrationBuilder.DropTable(
                name: "Escalations");

            migrationBuilder.DropIndex(
                name: "IX_Cases_IsUnweighed",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Alarm",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "IsCorrected",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "IsPlaceKnown",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "IsTakenOut",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "IsUnweighed",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "PalsAcknowledgedAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "PalsAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Reading",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Tone",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Withheld",
                table: "Cases");
        }
    }
}
