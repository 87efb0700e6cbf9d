using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>A context as if it had no migrations yet, for writing the first one anew.</summary>
internal sealed class NoMigrations(ICurrentDbContext current) : IMigrationsAssembly
{
    public Assembly Assembly => current.Context.GetType().Assembly;

    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; } = new Dictionary<string, TypeInfo>();

    public ModelSnapshot? ModelSnapshot => null;

    public string? FindMigrationId(string nameOrId) => null;

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider) => throw new InvalidOperationException("There is no migration.");
}
