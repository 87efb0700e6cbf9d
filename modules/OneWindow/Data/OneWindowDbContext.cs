using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.OneWindow.Data;

/// <summary>Tables of the counter. The log is the truth; the other case tables are its fold, written with it.</summary>
public sealed class OneWindowDbContext(DbContextOptions<OneWindowDbContext> options) : ModuleDbContext(options)
{
    public DbSet<ItemVersionRow> ItemVersions => Set<ItemVersionRow>();

    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<EventRow> Events => Set<EventRow>();

    public DbSet<PartRow> Parts => Set<PartRow>();

    public DbSet<AnswerRow> Answers => Set<AnswerRow>();

    public DbSet<SignRow> Signs => Set<SignRow>();

    public DbSet<WorkItemRow> WorkItems => Set<WorkItemRow>();

    public DbSet<QueueRow> Queues => Set<QueueRow>();

    public DbSet<DossierRow> Dossiers => Set<DossierRow>();

    public DbSet<MaterialRow> Materials => Set<MaterialRow>();

    public DbSet<DocumentRow> Documents => Set<DocumentRow>();

    public DbSet<NumberSerialRow> NumberSerials => Set<NumberSerialRow>();

    public DbSet<RatingRow> Ratings => Set<RatingRow>();

    public DbSet<DraftRow> Drafts => Set<DraftRow>();
}
