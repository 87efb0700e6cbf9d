using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace UnifiedPlatform.Host.Residents.Register.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "address",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    grid = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    road = table.Column<string>(type: "text", nullable: true),
                    number = table.Column<string>(type: "text", nullable: true),
                    estate = table.Column<string>(type: "text", nullable: true),
                    building = table.Column<string>(type: "text", nullable: true),
                    unit = table.Column<string>(type: "text", nullable: true),
                    floor = table.Column<string>(type: "text", nullable: true),
                    room = table.Column<string>(type: "text", nullable: true),
                    line = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_address", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_out",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_out", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cursor",
                columns: table => new
                {
                    source = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    epoch = table.Column<Guid>(type: "uuid", nullable: false),
                    pos = table.Column<long>(type: "bigint", nullable: false),
                    paused = table.Column<bool>(type: "boolean", nullable: false),
                    last_ok = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cursor", x => new { x.source, x.topic });
                });

            migrationBuilder.CreateTable(
                name: "dead_letter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    topic_version = table.Column<int>(type: "integer", nullable: false),
                    strict = table.Column<bool>(type: "boolean", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    key_version = table.Column<long>(type: "bigint", nullable: false),
                    pos = table.Column<long>(type: "bigint", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    actor = table.Column<Guid>(type: "uuid", nullable: true),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    exception = table.Column<string>(type: "text", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    first_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dead_letter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dwelling_household",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    address_id = table.Column<Guid>(type: "uuid", nullable: true),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dwelling_household", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "exchange_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    from_pos = table.Column<long>(type: "bigint", nullable: false),
                    to_pos = table.Column<long>(type: "bigint", nullable: false),
                    read = table.Column<int>(type: "integer", nullable: false),
                    applied = table.Column<int>(type: "integer", nullable: false),
                    duplicate = table.Column<int>(type: "integer", nullable: false),
                    dead = table.Column<int>(type: "integer", nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    lag_seconds = table.Column<double>(type: "double precision", nullable: false),
                    node = table.Column<string>(type: "text", nullable: false),
                    trace_id = table.Column<string>(type: "text", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hukou_household",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    collective = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hukou_household", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency",
                columns: table => new
                {
                    scope = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    location = table.Column<string>(type: "text", nullable: true),
                    content_type = table.Column<string>(type: "text", nullable: true),
                    response = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency", x => new { x.scope, x.key });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    source = table.Column<string>(type: "text", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    pos = table.Column<long>(type: "bigint", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.source, x.event_id });
                });

            migrationBuilder.CreateTable(
                name: "index_mark",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bucket = table.Column<int>(type: "integer", nullable: false),
                    wanted = table.Column<int>(type: "integer", nullable: false),
                    held = table.Column<int>(type: "integer", nullable: false),
                    low = table.Column<long>(type: "bigint", nullable: false),
                    high = table.Column<long>(type: "bigint", nullable: false),
                    gone = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_index_mark", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "life_event",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    source = table.Column<string>(type: "character varying(41)", maxLength: 41, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_life_event", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lineage",
                columns: table => new
                {
                    target_kind = table.Column<string>(type: "text", nullable: false),
                    target_id = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lineage", x => new { x.target_kind, x.target_id, x.source, x.event_id });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    pos = table.Column<long>(type: "bigint", nullable: true),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    topic_version = table.Column<int>(type: "integer", nullable: false),
                    strict = table.Column<bool>(type: "boolean", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    key_version = table.Column<long>(type: "bigint", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    actor = table.Column<Guid>(type: "uuid", nullable: true),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "outbox_head",
                columns: table => new
                {
                    topic = table.Column<string>(type: "text", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false),
                    epoch = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_head", x => x.topic);
                });

            migrationBuilder.CreateTable(
                name: "resident_tag",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(41)", maxLength: 41, nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    legal_basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    dept = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    fact_version = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resident_tag", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reveal_use",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reveal_use", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "task_grant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    resource_type = table.Column<string>(type: "text", nullable: false),
                    resource_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verbs = table.Column<string>(type: "text", nullable: false),
                    case_number = table.Column<string>(type: "text", nullable: false),
                    part_key = table.Column<string>(type: "text", nullable: true),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_grant", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    pinyin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    document_kind = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    document_number = table.Column<byte[]>(type: "bytea", nullable: true),
                    document_key = table.Column<byte[]>(type: "bytea", nullable: true),
                    disputed = table.Column<bool>(type: "boolean", nullable: false),
                    sex = table.Column<string>(type: "character varying(1)", maxLength: 1, nullable: false),
                    birth_date = table.Column<byte[]>(type: "bytea", nullable: true),
                    birth_year = table.Column<int>(type: "integer", nullable: true),
                    age_band = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    hukou_region = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    address_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    sources = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    region6 = table.Column<string>(type: "text", nullable: true, computedColumnSql: "substr(region, 1, 6)", stored: true),
                    region9 = table.Column<string>(type: "text", nullable: true, computedColumnSql: "substr(region, 1, 9)", stored: true),
                    dept = table.Column<string>(type: "text", nullable: true),
                    grid = table.Column<string>(type: "text", nullable: true),
                    owner = table.Column<Guid>(type: "uuid", nullable: true),
                    region = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_address_address_id",
                        column: x => x.address_id,
                        principalTable: "address",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "household_member",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    relation = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_member", x => x.id);
                    table.ForeignKey(
                        name: "fk_household_member_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_address_key",
                table: "address",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dead_letter_source_event_id",
                table: "dead_letter",
                columns: new[] { "source", "event_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dead_letter_state_source_topic_key",
                table: "dead_letter",
                columns: new[] { "state", "source", "topic", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_dwelling_household_address_id",
                table: "dwelling_household",
                column: "address_id");

            migrationBuilder.CreateIndex(
                name: "ix_dwelling_household_region_key",
                table: "dwelling_household",
                columns: new[] { "region", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_exchange_run_at",
                table: "exchange_run",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_household_member_household_id",
                table: "household_member",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_member_person_id_kind",
                table: "household_member",
                columns: new[] { "person_id", "kind" },
                unique: true,
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_hukou_household_region_key",
                table: "hukou_household",
                columns: new[] { "region", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_at",
                table: "idempotency",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_applied_at",
                table: "inbox",
                column: "applied_at");

            migrationBuilder.CreateIndex(
                name: "ix_index_mark_behind",
                table: "index_mark",
                column: "wanted",
                filter: "wanted > held");

            migrationBuilder.CreateIndex(
                name: "ix_index_mark_bucket",
                table: "index_mark",
                column: "bucket");

            migrationBuilder.CreateIndex(
                name: "ix_life_event_person_id_recorded_at",
                table: "life_event",
                columns: new[] { "person_id", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_lineage_source_event_id",
                table: "lineage",
                columns: new[] { "source", "event_id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_event_id",
                table: "outbox",
                column: "event_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_topic_pos",
                table: "outbox",
                columns: new[] { "topic", "pos" },
                unique: true,
                filter: "pos IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_topic_seq",
                table: "outbox",
                columns: new[] { "topic", "seq" },
                filter: "pos IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_person_address_id",
                table: "person",
                column: "address_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_birth_year",
                table: "person",
                column: "birth_year");

            migrationBuilder.CreateIndex(
                name: "ix_person_changed_at",
                table: "person",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_person_document_key",
                table: "person",
                column: "document_key",
                unique: true,
                filter: "document_key IS NOT NULL AND NOT disputed");

            migrationBuilder.CreateIndex(
                name: "ix_person_name",
                table: "person",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_person_region9_changed_at",
                table: "person",
                columns: new[] { "region9", "changed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_resident_tag_person_id_source_kind",
                table: "resident_tag",
                columns: new[] { "person_id", "source", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reveal_use_account_at",
                table: "reveal_use",
                columns: new[] { "account", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_task_grant_case_number_part_key",
                table: "task_grant",
                columns: new[] { "case_number", "part_key" });

            migrationBuilder.CreateIndex(
                name: "ix_task_grant_resource_type_subject_resource_id",
                table: "task_grant",
                columns: new[] { "resource_type", "subject", "resource_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_out");

            migrationBuilder.DropTable(
                name: "cursor");

            migrationBuilder.DropTable(
                name: "dead_letter");

            migrationBuilder.DropTable(
                name: "dwelling_household");

            migrationBuilder.DropTable(
                name: "exchange_run");

            migrationBuilder.DropTable(
                name: "household_member");

            migrationBuilder.DropTable(
                name: "hukou_household");

            migrationBuilder.DropTable(
                name: "idempotency");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "index_mark");

            migrationBuilder.DropTable(
                name: "life_event");

            migrationBuilder.DropTable(
                name: "lineage");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "outbox_head");

            migrationBuilder.DropTable(
                name: "resident_tag");

            migrationBuilder.DropTable(
                name: "reveal_use");

            migrationBuilder.DropTable(
                name: "task_grant");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "address");
        }
    }
}
