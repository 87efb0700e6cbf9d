using Microsoft.EntityFrameworkCore;
#if (withPart)
using UnifiedModule.Checks;
#endif
using UnifiedModule.Entries;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedModule.Data;

/// <summary>The module's tables; the platform's own lie in the same database.</summary>
public sealed class DepartmentDbContext(DbContextOptions<DepartmentDbContext> options) : ModuleDbContext(options)
{
    /// <summary>Entries.</summary>
    public DbSet<Entry> Entries => Set<Entry>();
#if (withPart)

    /// <summary>Parts of counter cases.</summary>
    public DbSet<CheckTask> Checks => Set<CheckTask>();
#endif
}
