using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Tests.Support;

/// <summary>The store of packages without a host.</summary>
internal static class TestStore
{
    public static PackageStore Of(ModuleRuntimeOptions options, IPackageTrust? trust = null, IModuleCapabilities? capabilities = null)
    {
        PackageStore? store = null;
        return store = new PackageStore(options, trust ?? new ConfiguredTrust(options), new Preflight(new InstalledNeighbours(() => store!)), new KnownDecisions(capabilities ?? new EveryCapability()));
    }

    public static InstalledPackage Install(this PackageStore store, string file)
    {
        try
        {
            using var package = File.OpenRead(file);
            return store.Keep(store.StageAsync(package, new StageOptions(), CancellationToken.None).GetAwaiter().GetResult());
        }
        catch (IOException)
        {
            throw ModuleRefusedException.For(ModuleFailureCodes.Unreadable, Path.GetFileName(file));
        }
    }
}
