using System.Reflection;
using UnifiedPlatform.Runtime.Packages.Code;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>Whether this host offers what the module was compiled against, and its publisher may publish it, told before anything of it is loaded.</summary>
internal sealed class Preflight(IModuleNeighbours neighbours)
{
    public static string SdkVersion { get; } = typeof(IModule).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>() is { } attribute
        ? string.Join('.', attribute.Version.Split('.').Take(3))
        : "0.0.0";

    /// <summary>Refuses with every reason there is.</summary>
    public void Check(ModuleManifest manifest, TrustedPublisher signer)
    {
        ModuleFailure[] faults = [.. OfPublisher(manifest, signer), .. OfHost(manifest), .. ContractCheck.Faults(manifest, neighbours.Beside(manifest.Id))];
        if (faults.Length > 0) throw new ModuleRefusedException(faults, manifest);
    }

    /// <summary>Reads the code of every assembly without loading it.</summary>
    public IReadOnlyList<ModuleFailure> Code(ModuleManifest manifest, string folder) => CodeCheck.Run(manifest, folder);

    private static IEnumerable<ModuleFailure> OfPublisher(ModuleManifest manifest, TrustedPublisher signer)
    {
        if (!signer.Publishes(manifest.Id)) yield return new ModuleFailure(ModuleFailureCodes.ForeignId, signer.Publisher.Name, manifest.Id, string.Join(", ", signer.IdPrefixes));
        if (manifest.Capabilities.Where(capability => !signer.Allows(capability)).ToArray() is { Length: > 0 } above)
            yield return new ModuleFailure(ModuleFailureCodes.AboveCeiling, signer.Publisher.Name, string.Join(", ", above));
    }

    private static IEnumerable<ModuleFailure> OfHost(ModuleManifest manifest)
    {
        if (!VersionRange.TryParse(manifest.Requires.Sdk, out var range) || !range.Holds(SdkVersion)) yield return new ModuleFailure(ModuleFailureCodes.SdkRange, manifest.Requires.Sdk, SdkVersion);
        foreach (var reference in manifest.Requires.Shared)
        {
            var here = SharedAssemblies.VersionOf(reference.Name);
            if (here is null || !Version.TryParse(reference.Version, out var wanted) || here < wanted)
                yield return new ModuleFailure(ModuleFailureCodes.SharedAssembly, reference.Name, reference.Version, here?.ToString() ?? "-");
        }
        foreach (var unknown in manifest.Capabilities.Where(capability => !Capabilities.IsKnown(capability))) yield return new ModuleFailure(ModuleFailureCodes.UnknownCapability, unknown);
    }
}
