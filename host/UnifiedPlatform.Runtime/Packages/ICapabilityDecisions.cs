using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>Tells what of a package still waits for an administrator's word.</summary>
public interface ICapabilityDecisions
{
    /// <summary>Capabilities of the manifest nobody has granted or withheld.</summary>
    /// <param name="manifest">Manifest.</param>
    /// <param name="publisher">Who signed it.</param>
    /// <param name="starting">Whether the module is about to be started: the host may decide for its own clone's builds now.</param>
    /// <param name="cancellationToken">Cancellation.</param>
    ValueTask<IReadOnlyList<string>> UndecidedAsync(ModuleManifest manifest, PackagePublisher publisher, bool starting, CancellationToken cancellationToken);
}
