using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Kit.Tests.Conformance;

/// <summary>A host with the released package of Ledger, shared by the tests of a class.</summary>
public sealed class LedgerHost : IAsyncLifetime
{
    private ModuleTestHost? _host;

    public ModuleTestHost Host => _host ?? throw new InvalidOperationException("The host is started before the first test.");

    public async ValueTask InitializeAsync() => _host = await ModuleTestHost.StartAsync(PackageDraft.Ledger);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }
}
