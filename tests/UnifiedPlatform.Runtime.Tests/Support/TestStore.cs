using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Runtime.Tests.Support;

/// <summary>The store of packages without a host.</summary>
internal static class TestStore
{
    public static PackageStore Of(ModuleRuntimeOptions options) => new(options, new ConfiguredTrust(options), new Preflight(new EveryCapability()));

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
