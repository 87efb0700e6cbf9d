using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>Sees only the migrations of the database in use: those whose namespace ends with the folder's name.</summary>
internal sealed class MigrationsByFolder(ICurrentDbContext current, IMigrationsIdGenerator ids) : IMigrationsAssembly
{
    private readonly DatabaseKind _kind = current.Context.Database.ProviderName == ModuleDbContext.SqliteProvider ? DatabaseKind.Sqlite : DatabaseKind.PostgreSql;
    private readonly Type _context = current.Context.GetType();

    public Assembly Assembly => _context.Assembly;

    public IReadOnlyDictionary<string, TypeInfo> Migrations => field ??= Of(_context, _kind).ToDictionary(Id, StringComparer.OrdinalIgnoreCase);

    public ModelSnapshot? ModelSnapshot => field ??= Mine<ModelSnapshot>(_context, _kind).Select(type => (ModelSnapshot)Activator.CreateInstance(type.AsType())!).SingleOrDefault();

    public string? FindMigrationId(string nameOrId) =>
        Migrations.Keys.FirstOrDefault(id => string.Equals(id, nameOrId, StringComparison.OrdinalIgnoreCase) || string.Equals(ids.GetName(id), nameOrId, StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    /// <summary>Names of a context's migrations, oldest first, without making a context.</summary>
    public static IReadOnlyList<string> Ids(Type context, DatabaseKind kind) => [.. Of(context, kind).Select(Id)];

    public static string Folder(DatabaseKind kind) => kind.ToString();

    private static IEnumerable<TypeInfo> Of(Type context, DatabaseKind kind) =>
        Mine<Migration>(context, kind).Where(type => type.GetCustomAttribute<MigrationAttribute>() is not null).OrderBy(Id, StringComparer.Ordinal);

    private static string Id(TypeInfo migration) => migration.GetCustomAttribute<MigrationAttribute>()!.Id;

    private static IEnumerable<TypeInfo> Mine<T>(Type context, DatabaseKind kind) => context.Assembly.DefinedTypes.Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract
        && type.Namespace?.EndsWith(".Migrations." + Folder(kind), StringComparison.Ordinal) == true
        && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context);
}
