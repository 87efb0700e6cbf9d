using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <inheritdoc cref="ICapabilityDecisions"/>
internal sealed class KnownDecisions(IModuleCapabilities capabilities) : ICapabilityDecisions
{
    public ValueTask<IReadOnlyList<string>> UndecidedAsync(ModuleManifest manifest, PackagePublisher publisher, bool starting, CancellationToken cancellationToken) =>
        new([.. manifest.Capabilities.Where(capability => !capabilities.Decided(manifest.Id, capability))]);
}
