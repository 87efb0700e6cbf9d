using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UnifiedPlatform.Host.Modules.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "module_content",
                columns: table => new
                {
                    module = table.Column<string>(type: "character varying(41)", maxLength: 41, nullable: false),
                    version = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    package = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_module_content", x => new { x.module, x.version });
                });

            migrationBuilder.CreateTable(
                name: "module_data",
                columns: table => new
                {
                    module = table.Column<string>(type: "character varying(41)", maxLength: 41, nullable: false),
                    version = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    floor = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_module_data", x => x.module);
                });

            migrationBuilder.CreateTable(
                name: "module_desired",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(41)", maxLength: 41, nullable: false),
                    version = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    enabled = table.Column<bool>(type: "boolean", nullable: false),
                    config_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    changed_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_module_desired", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "module_grant",
                columns: table => new
                {
                    module = table.Column<string>(type: "character varying(41)", maxLength: 41, nullable: false),
                    capability = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    granted = table.Column<bool>(type: "boolean", nullable: false),
                    orphaned = table.Column<bool>(type: "boolean", nullable: false),
                    decided_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_module_grant", x => new { x.module, x.capability });
                });

            migrationBuilder.CreateTable(
                name: "module_operation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    module = table.Column<string>(type: "character varying(41)", maxLength: 41, nullable: false),
                    verb = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    from = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    to = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    actor = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    restores = table.Column<bool>(type: "boolean", nullable: false),
                    call_off = table.Column<bool>(type: "boolean", nullable: false),
                    steps = table.Column<string>(type: "text", nullable: false),
                    backup = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    failure_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    failure_arguments = table.Column<string>(type: "text", nullable: true),
                    host = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_module_operation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "module_version",
                columns: table => new
                {
                    module = table.Column<string>(type: "character varying(41)", maxLength: 41, nullable: false),
                    version = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    publisher = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    fingerprint = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    installed_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    installed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_good_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_module_version", x => new { x.module, x.version });
                });

            migrationBuilder.CreateTable(
                name: "package_revocation",
                columns: table => new
                {
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_package_revocation", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "publisher",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    level = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    id_prefixes = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    ceiling = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publisher", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "publisher_key",
                columns: table => new
                {
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    publisher = table.Column<Guid>(type: "uuid", nullable: false),
                    public_key = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    revoked_reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publisher_key", x => x.fingerprint);
                });

            migrationBuilder.CreateIndex(
                name: "ix_module_operation_module_asked_at",
                table: "module_operation",
                columns: new[] { "module", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ux_module_operation_open",
                table: "module_operation",
                column: "module",
                unique: true,
                filter: "state IN ('waiting', 'running')");

            migrationBuilder.CreateIndex(
                name: "ix_publisher_name",
                table: "publisher",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_publisher_key_publisher",
                table: "publisher_key",
                column: "publisher");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "module_content");

            migrationBuilder.DropTable(
                name: "module_data");

            migrationBuilder.DropTable(
                name: "module_desired");

            migrationBuilder.DropTable(
                name: "module_grant");

            migrationBuilder.DropTable(
                name: "module_operation");

            migrationBuilder.DropTable(
                name: "module_version");

            migrationBuilder.DropTable(
                name: "package_revocation");

            migrationBuilder.DropTable(
                name: "publisher");

            migrationBuilder.DropTable(
                name: "publisher_key");
        }
    }
}
