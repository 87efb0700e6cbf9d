using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Sdk.Migrations;

/// <summary>Writes one migration for both databases: <c>Migrations/Sqlite</c> and <c>Migrations/PostgreSql</c> in the context's <c>Data</c> folder.</summary>
internal static class Scaffold
{
    public static IEnumerable<string> Add(string name, ScaffoldOptions options)
    {
        // One id for both databases, also when the clock ticks in between.
        var id = $"{TimeProvider.System.GetUtcNow().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}_{name}";
        var project = BuiltProject.Of(options);
        var contexts = new ProjectContext(project.Assembly, options.References is { } references ? File.ReadAllLines(references) : []).Load().GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ModuleDbContext)) && !type.IsAbstract && (options.Context is null || type.Name == options.Context)).ToList();
        if (contexts.Count == 0) throw new ScaffoldFailure($"{Path.GetFileName(project.Assembly)} holds no context {options.Context}.");
        foreach (var context in contexts)
            foreach (var kind in Enum.GetValues<DatabaseKind>())
                yield return Add(name, id, project, context, kind, options.Fresh);
    }

    private static string Add(string name, string id, BuiltProject project, Type type, DatabaseKind kind, bool fresh)
    {
        using var contexts = DesignTimeContexts.Of(type, kind, fresh);
        using var context = contexts.Create();
        using var services = Services(context, kind).BuildServiceProvider();
        var scaffolder = services.GetRequiredService<IMigrationsScaffolder>();

        var folder = DataFolder(type, project.RootNamespace);
        var migration = scaffolder.ScaffoldMigration(name, project.RootNamespace, $"{folder}.Migrations.{kind}", "C#", dryRun: false);
        var files = Path.Combine([project.Folder, .. folder.Split('.'), "Migrations", kind.ToString()]);
        if (fresh && Directory.Exists(files)) Directory.Delete(files, recursive: true);
        return Save(migration, id, files);
    }

    // Not the scaffolder's own Save: it looks for the snapshot by name and would write one database's over the other's.
    private static string Save(ScaffoldedMigration migration, string id, string folder)
    {
        Directory.CreateDirectory(folder);
        Write($"{id}.Designer.cs", migration.MetadataCode.Replace(migration.MigrationId, id, StringComparison.Ordinal));
        Write($"{migration.SnapshotName}.cs", migration.SnapshotCode);
        return Write($"{id}.cs", migration.MigrationCode);

        string Write(string name, string code)
        {
            var file = Path.Combine(folder, name);
            File.WriteAllText(file, code.ReplaceLineEndings("\n"));
            return file;
        }
    }

    private static IServiceCollection Services(DbContext context, DatabaseKind kind)
    {
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices(new OperationReporter(null)).AddDbContextDesignTimeServices(context);
        IDesignTimeServices provider = kind == DatabaseKind.Sqlite ? new SqliteDesignTimeServices() : new NpgsqlDesignTimeServices();
        provider.ConfigureDesignTimeServices(services);
        return services;
    }

    // Migrations lie in the Data folder of the context's room; a context that lies in Data itself names that folder.
    private static string DataFolder(Type context, string root)
    {
        var room = context.Namespace is { } space && space.StartsWith(root + ".", StringComparison.Ordinal) ? space[(root.Length + 1)..] : "";
        if (room.Length == 0) return "Data";
        return room == "Data" || room.EndsWith(".Data", StringComparison.Ordinal) ? room : room + ".Data";
    }
}
