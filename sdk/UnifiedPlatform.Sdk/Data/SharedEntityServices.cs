using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>The host's one set of EF services for each kind of database.</summary>
internal sealed class SharedEntityServices(ILoggerFactory? loggers = null) : IDisposable
{
    private readonly ConcurrentDictionary<DatabaseKind, Lazy<EntityServices>> _sets = new();

    public EntityServices For(DatabaseKind kind) => _sets.GetOrAdd(kind, wanted => new Lazy<EntityServices>(() => new EntityServices(wanted, loggers))).Value;

    public void Dispose()
    {
        foreach (var made in _sets.Values.Where(set => set.IsValueCreated)) made.Value.Dispose();
    }
}
