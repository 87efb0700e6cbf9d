using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>Grants what a manifest declares, for a host that keeps no grants.</summary>
internal sealed class EveryCapability : IModuleCapabilities
{
    public bool Granted(string moduleId, string capability) => true;

    public bool Decided(string moduleId, string capability) => true;
}
