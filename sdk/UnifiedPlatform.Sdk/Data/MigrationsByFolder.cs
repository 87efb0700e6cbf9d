using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>Sees only the migrations of the database in use: those whose namespace ends with the folder's name.</summary>
internal sealed class MigrationsByFolder(ICurrentDbContext current, IMigrationsIdGenerator ids) : IMigrationsAssembly
{
    private readonly string _folder = Folder(current.Context.Database.ProviderName == ModuleDbContext.SqliteProvider ? DatabaseKind.Sqlite : DatabaseKind.PostgreSql);
    private readonly Type _context = current.Context.GetType();
    private Dictionary<string, TypeInfo>? _migrations;

    public Assembly Assembly => _context.Assembly;

    public IReadOnlyDictionary<string, TypeInfo> Migrations => _migrations ??= Mine<Migration>()
        .Where(type => type.GetCustomAttribute<MigrationAttribute>() is not null)
        .OrderBy(type => type.GetCustomAttribute<MigrationAttribute>()!.Id, StringComparer.Ordinal)
        .ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id, StringComparer.OrdinalIgnoreCase);

    public ModelSnapshot? ModelSnapshot => field ??= Mine<ModelSnapshot>().Select(type => (ModelSnapshot)Activator.CreateInstance(type.AsType())!).SingleOrDefault();

    public string? FindMigrationId(string nameOrId) =>
        Migrations.Keys.FirstOrDefault(id => string.Equals(id, nameOrId, StringComparison.OrdinalIgnoreCase) || string.Equals(ids.GetName(id), nameOrId, StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    public static string Folder(DatabaseKind kind) => kind.ToString();

    private IEnumerable<TypeInfo> Mine<T>() => Assembly.DefinedTypes.Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract
        && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == _context
        && type.Namespace?.EndsWith(".Migrations." + _folder, StringComparison.Ordinal) == true);
}
