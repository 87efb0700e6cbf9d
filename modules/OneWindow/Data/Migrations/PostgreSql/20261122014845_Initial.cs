using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace UnifiedPlatform.OneWindow.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "case_answer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_key = table.Column<string>(type: "text", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    files = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: false),
                    schema = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_answer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "case_document",
                columns: table => new
                {
                    number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_key = table.Column<string>(type: "text", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    template = table.Column<string>(type: "text", nullable: false),
                    data_hash = table.Column<string>(type: "text", nullable: false),
                    file_hash = table.Column<string>(type: "text", nullable: true),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    void_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_document", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "case_dossier",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    answers = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: true),
                    hash = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_dossier", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "case_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_code = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "case_event",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<Guid>(type: "uuid", nullable: false),
                    on_behalf = table.Column<Guid>(type: "uuid", nullable: true),
                    org = table.Column<string>(type: "text", nullable: true),
                    part_key = table.Column<string>(type: "text", nullable: true),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    data = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_event", x => new { x.case_id, x.seq });
                    table.CheckConstraint("ck_case_event_data", "length(data) <= 4096");
                });

            migrationBuilder.CreateTable(
                name: "case_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    query_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    item_code = table.Column<string>(type: "text", nullable: false),
                    form_version = table.Column<int>(type: "integer", nullable: false),
                    rule_version = table.Column<int>(type: "integer", nullable: true),
                    situation = table.Column<string>(type: "text", nullable: true),
                    bundle = table.Column<bool>(type: "boolean", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    applicant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proxy_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    flags = table.Column<string>(type: "text", nullable: false),
                    lead = table.Column<string>(type: "text", nullable: false),
                    org = table.Column<string>(type: "text", nullable: true),
                    apply_region = table.Column<string>(type: "text", nullable: true),
                    accept_region = table.Column<string>(type: "text", nullable: true),
                    close_region = table.Column<string>(type: "text", nullable: true),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    accepted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    promised_due = table.Column<DateOnly>(type: "date", nullable: true),
                    statutory_due = table.Column<DateOnly>(type: "date", nullable: true),
                    yellow_on = table.Column<DateOnly>(type: "date", nullable: true),
                    frozen_left = table.Column<int>(type: "integer", nullable: true),
                    missing_year = table.Column<int>(type: "integer", nullable: true),
                    next_check_on = table.Column<DateOnly>(type: "date", nullable: true),
                    check_failures = table.Column<int>(type: "integer", nullable: false),
                    check_after = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    open_items = table.Column<int>(type: "integer", nullable: false),
                    origin_id = table.Column<Guid>(type: "uuid", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    create_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    region6 = table.Column<string>(type: "text", nullable: true, computedColumnSql: "substr(region, 1, 6)", stored: true),
                    region9 = table.Column<string>(type: "text", nullable: true, computedColumnSql: "substr(region, 1, 9)", stored: true),
                    dept = table.Column<string>(type: "text", nullable: true),
                    grid = table.Column<string>(type: "text", nullable: true),
                    owner = table.Column<Guid>(type: "uuid", nullable: true),
                    region = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_file", x => x.id);
                    table.CheckConstraint("ck_case_file_open_items", "(closed_at IS NULL AND open_items > 0) OR (closed_at IS NOT NULL AND open_items = 0)");
                });

            migrationBuilder.CreateTable(
                name: "case_material",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    material_key = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    holding_id = table.Column<Guid>(type: "uuid", nullable: true),
                    original = table.Column<int>(type: "integer", nullable: false),
                    copies = table.Column<int>(type: "integer", nullable: false),
                    file_hash = table.Column<string>(type: "text", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_material", x => new { x.case_id, x.material_key });
                });

            migrationBuilder.CreateTable(
                name: "case_part",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    capability = table.Column<string>(type: "text", nullable: true),
                    module = table.Column<string>(type: "text", nullable: true),
                    org = table.Column<string>(type: "text", nullable: true),
                    role = table.Column<string>(type: "text", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    number = table.Column<string>(type: "text", nullable: true),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    region6 = table.Column<string>(type: "text", nullable: true, computedColumnSql: "substr(region, 1, 6)", stored: true),
                    region9 = table.Column<string>(type: "text", nullable: true, computedColumnSql: "substr(region, 1, 9)", stored: true),
                    dept = table.Column<string>(type: "text", nullable: true),
                    grid = table.Column<string>(type: "text", nullable: true),
                    owner = table.Column<Guid>(type: "uuid", nullable: true),
                    region = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_part", x => x.id);
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
                name: "item_version",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    effective_to = table.Column<DateOnly>(type: "date", nullable: true),
                    document = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    published_by = table.Column<Guid>(type: "uuid", nullable: true),
                    second_by = table.Column<Guid>(type: "uuid", nullable: true),
                    lint = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_version", x => new { x.code, x.number });
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
                name: "number_serial",
                columns: table => new
                {
                    scope = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_serial", x => new { x.scope, x.day });
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
                name: "part_sign",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_key = table.Column<string>(type: "text", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    node = table.Column<string>(type: "text", nullable: false),
                    ord = table.Column<int>(type: "integer", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: true),
                    org = table.Column<string>(type: "text", nullable: true),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    delegate_of = table.Column<Guid>(type: "uuid", nullable: true),
                    added_by = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    opinion = table.Column<string>(type: "text", nullable: true),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_part_sign", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "queue",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<string>(type: "text", nullable: false),
                    region = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    enabled = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_queue", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rating",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    score = table.Column<int>(type: "integer", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    tags = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    anonymous = table.Column<bool>(type: "boolean", nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rating", x => x.id);
                    table.CheckConstraint("ck_rating_score", "score BETWEEN 1 AND 5");
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
                name: "work_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_key = table.Column<string>(type: "text", nullable: false),
                    sign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    queue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lane = table.Column<string>(type: "text", nullable: false),
                    claimed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_work_item_queue_queue_id",
                        column: x => x.queue_id,
                        principalTable: "queue",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_answer_case_id_part_key_round",
                table: "case_answer",
                columns: new[] { "case_id", "part_key", "round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_document_case_id",
                table: "case_document",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_dossier_case_id_revision",
                table: "case_dossier",
                columns: new[] { "case_id", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_draft_author_subject_id",
                table: "case_draft",
                columns: new[] { "author", "subject_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_draft_expires_on",
                table: "case_draft",
                column: "expires_on");

            migrationBuilder.CreateIndex(
                name: "ix_case_event_case_id_key",
                table: "case_event",
                columns: new[] { "case_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_file_create_key",
                table: "case_file",
                column: "create_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_file_next_check_on_id",
                table: "case_file",
                columns: new[] { "next_check_on", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_file_number",
                table: "case_file",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_file_org_promised_due_id",
                table: "case_file",
                columns: new[] { "org", "promised_due", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_file_query_code",
                table: "case_file",
                column: "query_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_file_subject_id_id",
                table: "case_file",
                columns: new[] { "subject_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_material_due_on",
                table: "case_material",
                column: "due_on",
                filter: "state = 'promised'");

            migrationBuilder.CreateIndex(
                name: "ix_case_part_case_id_part_key",
                table: "case_part",
                columns: new[] { "case_id", "part_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_part_module_state",
                table: "case_part",
                columns: new[] { "module", "state" },
                filter: "state IN ('open', 'taken', 'asked')");

            migrationBuilder.CreateIndex(
                name: "ix_case_part_number",
                table: "case_part",
                column: "number",
                unique: true,
                filter: "number IS NOT NULL");

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
                name: "ix_exchange_run_at",
                table: "exchange_run",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_at",
                table: "idempotency",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_applied_at",
                table: "inbox",
                column: "applied_at");

            migrationBuilder.CreateIndex(
                name: "ix_item_version_state_effective_from",
                table: "item_version",
                columns: new[] { "state", "effective_from" });

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
                name: "ix_part_sign_case_id_part_key_round",
                table: "part_sign",
                columns: new[] { "case_id", "part_key", "round" });

            migrationBuilder.CreateIndex(
                name: "ix_queue_org_region_role_kind",
                table: "queue",
                columns: new[] { "org", "region", "role", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rating_case_id",
                table: "rating",
                column: "case_id",
                unique: true,
                filter: "visit_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_rating_visit_id",
                table: "rating",
                column: "visit_id",
                unique: true,
                filter: "visit_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_task_grant_case_number_part_key",
                table: "task_grant",
                columns: new[] { "case_number", "part_key" });

            migrationBuilder.CreateIndex(
                name: "ix_task_grant_resource_type_subject_resource_id",
                table: "task_grant",
                columns: new[] { "resource_type", "subject", "resource_id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_item_case_id_part_key_sign_id",
                table: "work_item",
                columns: new[] { "case_id", "part_key", "sign_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_item_claimed_by_due_on_id",
                table: "work_item",
                columns: new[] { "claimed_by", "due_on", "id" },
                filter: "claimed_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_item_queue_id_lane_due_on_id",
                table: "work_item",
                columns: new[] { "queue_id", "lane", "due_on", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_out");

            migrationBuilder.DropTable(
                name: "case_answer");

            migrationBuilder.DropTable(
                name: "case_document");

            migrationBuilder.DropTable(
                name: "case_dossier");

            migrationBuilder.DropTable(
                name: "case_draft");

            migrationBuilder.DropTable(
                name: "case_event");

            migrationBuilder.DropTable(
                name: "case_file");

            migrationBuilder.DropTable(
                name: "case_material");

            migrationBuilder.DropTable(
                name: "case_part");

            migrationBuilder.DropTable(
                name: "cursor");

            migrationBuilder.DropTable(
                name: "dead_letter");

            migrationBuilder.DropTable(
                name: "exchange_run");

            migrationBuilder.DropTable(
                name: "idempotency");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "item_version");

            migrationBuilder.DropTable(
                name: "lineage");

            migrationBuilder.DropTable(
                name: "number_serial");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "outbox_head");

            migrationBuilder.DropTable(
                name: "part_sign");

            migrationBuilder.DropTable(
                name: "rating");

            migrationBuilder.DropTable(
                name: "task_grant");

            migrationBuilder.DropTable(
                name: "work_item");

            migrationBuilder.DropTable(
                name: "queue");
        }
    }
}
