using System.Collections.Concurrent;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Testing.Conformance;

/// <summary>The hosts that the tests of one conformance class share. Each is started and seeded when a test first asks for it; a start costs more than most tests.</summary>
/// <typeparam name="TModule">The module's entry class.</typeparam>
public sealed class ConformanceHosts<TModule> : IAsyncDisposable where TModule : IModule
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ModuleTestHost>>> _hosts = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values.Where(host => host.IsValueCreated && host.Value.IsCompletedSuccessfully)) await (await host.Value).DisposeAsync();
    }

    /// <summary>The host whose module answers requests.</summary>
    internal Task<ModuleTestHost> ServingAsync(Func<ModuleTestHost, Task> seed, CancellationToken cancellationToken) => OfAsync("serving", DatabaseKind.Sqlite, seed, cancellationToken);

    /// <summary>The host whose clock is put forward.</summary>
    internal Task<ModuleTestHost> WorkingAsync(DatabaseKind kind, Func<ModuleTestHost, Task> seed, CancellationToken cancellationToken) => OfAsync($"working {kind}", kind, seed, cancellationToken);

    private Task<ModuleTestHost> OfAsync(string name, DatabaseKind kind, Func<ModuleTestHost, Task> seed, CancellationToken cancellationToken) =>
        _hosts.GetOrAdd(name, _ => new Lazy<Task<ModuleTestHost>>(() => StartAsync(kind, seed, cancellationToken))).Value;

    private static async Task<ModuleTestHost> StartAsync(DatabaseKind kind, Func<ModuleTestHost, Task> seed, CancellationToken cancellationToken)
    {
        var host = await ModuleTestHost.StartAsync<TModule>(options => options with { Database = kind }, cancellationToken);
        try
        {
            await seed(host);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }
}
