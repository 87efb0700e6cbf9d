using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Host.Residents.Indexing.Server;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.Host.Tests.Residents;

/// <summary>An engine that a suite runs on: the embedded one, or a real server whose address a variable names. Indices are the test's own and are removed after it.</summary>
public sealed class TestEngine : IAsyncDisposable
{
    private readonly SearchServerOptions? _options;
    private readonly SearchTransport? _transport;

    private TestEngine(string? variable)
    {
        if (variable is null) return;
        if (Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } address)
        {
            Missing = $"{variable} names no search server";
            return;
        }
        _options = new SearchServerOptions { Addresses = [new Uri(address.TrimEnd('/') + "/")], Alias = "t" + Guid.NewGuid().ToString("N")[..12], Shards = 1 };
        _transport = new SearchTransport(_options, TimeProvider.System);
    }

    /// <summary>Why it cannot be tested here; null: it can.</summary>
    public string? Missing { get; }

    public static TestEngine Embedded() => new((string?)null);

    public static TestEngine Elasticsearch() => new("UNIFIED_TEST_ELASTICSEARCH");

    public static TestEngine OpenSearch() => new("UNIFIED_TEST_OPENSEARCH");

    /// <summary>The index in a house; null: the house's own embedded one.</summary>
    public IResidentIndex? Create(IServiceProvider services) =>
        _options is null ? null : new ServerResidentIndex(_transport!, _options, services.GetRequiredService<IBlindIndex>(), services.GetRequiredService<TimeProvider>());

    /// <summary>An index without a house.</summary>
    public IResidentIndex Alone(string folder) =>
        _options is null ? new SqliteResidentIndex(Path.Combine(folder, "resident-index.db"), new KeyedHashes(), TimeProvider.System) : new ServerResidentIndex(_transport!, _options, new KeyedHashes(), TimeProvider.System);

    /// <summary>Makes everything written visible to a search.</summary>
    public async ValueTask RefreshAsync()
    {
        if (_transport is not null) await _transport.SendAsync(HttpMethod.Post, $"{_options!.Alias}/_refresh", default, TimeSpan.FromSeconds(30), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_transport is null) return;
        var listed = await _transport.SendAsync(HttpMethod.Get, $"{_options!.Alias}-*/_alias", default, TimeSpan.FromSeconds(30), CancellationToken.None);
        if (listed.Done)
            foreach (var index in listed.Body.EnumerateObject())
                await _transport.SendAsync(HttpMethod.Delete, index.Name, default, TimeSpan.FromSeconds(30), CancellationToken.None);
        _transport.Dispose();
    }
}
