using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Host.Tests.Data;

public readonly record struct SampleId(Guid Value);

public enum SampleColour
{
    DeepRed,
    Blue,
}

public sealed class Sample : IScoped
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Scope Scope { get; private set; } = new();

    public SampleId? Other { get; set; }

    public ResidentId Resident { get; init; }

    public decimal Amount { get; set; }

    public DateTimeOffset At { get; set; }

    public DateOnly? Day { get; set; }

    public SampleColour Colour { get; set; }

    public int Version { get; private set; }

    public List<SampleLine> Lines { get; } = [];
}

public sealed class SampleLine
{
    public SampleId Id { get; init; } = new(Guid.CreateVersion7());

    public Guid SampleId { get; init; }

    public required string Text { get; set; }
}

/// <summary>How often an event has had its effect: 1, or the exchange is broken.</summary>
public sealed class SampleEffect
{
    public required Guid EventId { get; init; }

    public required string Key { get; init; }

    public long KeyVersion { get; init; }

    public int Times { get; set; }
}

public sealed class SampleContext(DbContextOptions<SampleContext> options) : ModuleDbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<SampleEffect>().ToTable("effects").HasKey(effect => effect.EventId);
        modelBuilder.Entity<Sample>().HasIndex(ScopeColumns.Region9, nameof(Sample.Colour));
        modelBuilder.Entity<Sample>().HasScopeIndex("dept", "colour", "at DESC");
    }
}
