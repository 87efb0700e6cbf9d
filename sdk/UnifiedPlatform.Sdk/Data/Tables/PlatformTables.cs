using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Sdk.Data.Tables;

/// <summary>The platform's own tables, the same in every database: one transaction cannot span SQLite files.</summary>
internal static class PlatformTables
{
    public static void Configure(ModelBuilder model, DatabaseKind kind)
    {
        ConfigureOutbox(model, kind);
        ConfigureInbox(model);

        model.Entity<IdempotencyRow>(table =>
        {
            table.ToTable("idempotency").HasKey(row => new { row.Scope, row.Key });
            table.HasIndex(row => row.At);
        });
        model.Entity<AuditOutRow>().ToTable("audit_out").HasKey(row => row.Id);
        model.Entity<TaskGrantRow>(table =>
        {
            table.ToTable("task_grant").HasKey(row => row.Id);
            table.HasIndex(row => new { row.ResourceType, row.Subject, row.ResourceId });
            table.HasIndex(row => new { row.CaseNumber, row.PartKey });
        });
    }

    private static void ConfigureOutbox(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<OutboxRow>(table =>
        {
            table.ToTable("outbox").HasKey(row => row.Seq);
            table.Property(row => row.Seq).ValueGeneratedOnAdd();
            table.HasIndex(row => row.EventId).IsUnique();
            // SQLite has one writer, so the number taken inside its lock is the position.
            if (kind == DatabaseKind.Sqlite) table.Property(row => row.Pos).HasComputedColumnSql("seq", stored: false);
            table.HasIndex(row => new { row.Topic, row.Pos }).IsUnique().HasFilter("pos IS NOT NULL");
            if (kind == DatabaseKind.PostgreSql) table.HasIndex(row => new { row.Topic, row.Seq }).HasFilter("pos IS NULL");
            else table.HasIndex(row => new { row.Topic, row.Seq });
        });
        model.Entity<OutboxHeadRow>().ToTable("outbox_head").HasKey(row => row.Topic);
    }

    private static void ConfigureInbox(ModelBuilder model)
    {
        model.Entity<InboxRow>(table =>
        {
            table.ToTable("inbox").HasKey(row => new { row.Source, row.EventId });
            table.HasIndex(row => row.AppliedAt);
        });
        model.Entity<CursorRow>().ToTable("cursor").HasKey(row => new { row.Source, row.Topic });
        model.Entity<DeadLetterRow>(table =>
        {
            table.ToTable("dead_letter").HasKey(row => row.Id);
            table.HasIndex(row => new { row.Source, row.EventId }).IsUnique();
            table.HasIndex(row => new { row.State, row.Source, row.Topic, row.Key });
        });
        model.Entity<ExchangeRunRow>(table =>
        {
            table.ToTable("exchange_run").HasKey(row => row.Id);
            table.HasIndex(row => row.At);
        });
        model.Entity<LineageRow>(table =>
        {
            table.ToTable("lineage").HasKey(row => new { row.TargetKind, row.TargetId, row.Source, row.EventId });
            table.HasIndex(row => new { row.Source, row.EventId });
        });
    }
}
