using System.Collections.Concurrent;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Storage;

/// <summary>Gives each owner its SQLite file or PostgreSQL schema. One object an owner, so that its queue of writers is one.</summary>
internal sealed class Databases(PlatformOptions options, DataDirectory directory) : IDisposable
{
    public const string Host = "host", Audit = "audit", Residents = "residents";

    public static readonly IReadOnlyList<string> HostOwners = [Host, Audit, Residents];

    private readonly ConcurrentDictionary<string, Lazy<IModuleDatabase>> _databases = new(StringComparer.Ordinal);

    public IModuleDatabase Of(string owner) => _databases.GetOrAdd(owner, name => new Lazy<IModuleDatabase>(() => Make(name))).Value;

    /// <summary>Lets go of the connections of an owner that is no more.</summary>
    public void Release(string owner)
    {
        if (_databases.TryRemove(owner, out var database) && database.IsValueCreated) (database.Value as IDisposable)?.Dispose();
    }

    public void Dispose()
    {
        foreach (var database in _databases.Values)
            if (database.IsValueCreated) (database.Value as IDisposable)?.Dispose();
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
