using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>One activation: which package takes which place, and how.</summary>
internal sealed record SwapCall(Slot Slot, InstalledPackage Package, SwapPolicy Policy, IProgress<ModuleStep>? Progress)
{
    public string Version => Package.Manifest.Version;
}
