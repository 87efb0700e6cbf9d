using System.Collections.Concurrent;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Ring;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Storage;

/// <summary>Gives each owner its SQLite file or PostgreSQL schema. One object an owner, so that its queue of writers is one.</summary>
internal sealed class Databases(PlatformOptions options, DataDirectory directory, Func<KeyRing> ring) : IDisposable
{
    public const string Host = "host", Audit = "audit", Residents = "residents";

    public static readonly IReadOnlyList<string> HostOwners = [Host, Audit, Residents];

    private readonly ConcurrentDictionary<string, Lazy<IModuleDatabase>> _databases = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Lazy<IModuleDatabase>> _modules = new(StringComparer.Ordinal);

    /// <summary>An owner's tables as the host sees them.</summary>
    public IModuleDatabase Of(string owner) => _databases.GetOrAdd(owner, name => new Lazy<IModuleDatabase>(() => Make(name))).Value;

    /// <summary>A module's tables as the module sees them: on PostgreSQL as a role that owns this schema and sees no other. A SQLite file keeps its one queue of writers.</summary>
    public IModuleDatabase ForModule(string module) =>
        options.PostgreSql is { } connectionString ? _modules.GetOrAdd(module, name => new Lazy<IModuleDatabase>(() => AsRole(name, connectionString))).Value : Of(module);

    /// <summary>Lets go of the connections of an owner that is no more.</summary>
    public void Release(string owner)
    {
        ReleaseModule(owner);
        Release(_databases, owner);
    }

    /// <summary>Lets go of what a module that left was given: should it come back, its role may have to be made again, because another host purged it.</summary>
    public void ReleaseModule(string module) => Release(_modules, module);

    public void Dispose()
    {
        foreach (var database in _databases.Values.Concat(_modules.Values))
            if (database.IsValueCreated) (database.Value as IDisposable)?.Dispose();
    }

    private static void Release(ConcurrentDictionary<string, Lazy<IModuleDatabase>> databases, string owner)
    {
        if (databases.TryRemove(owner, out var database) && database.IsValueCreated) (database.Value as IDisposable)?.Dispose();
    }

    private PostgreSqlDatabase AsRole(string module, string connectionString)
    {
        directory.Claim();
        var role = new ModuleRole(connectionString, Schema(module), ring);
        return new PostgreSqlDatabase(module, connectionString, Schema(module), role.Name, role.Password);
    }

    private IModuleDatabase Make(string owner)
    {
        directory.Claim();
        if (options.PostgreSql is { } connectionString) return new PostgreSqlDatabase(owner, connectionString, Schema(owner));
        var file = HostOwners.Contains(owner) ? options.InData(owner + ".db") : options.InData("modules", owner, "app.db");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return new SqliteDatabase(owner, file);
    }

    private static string Schema(string owner) => HostOwners.Contains(owner) ? owner : "m_" + owner.Replace('-', '_');
}
