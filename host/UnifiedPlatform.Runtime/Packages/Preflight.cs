using System.Reflection;
using System.Text.RegularExpressions;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>Whether this host offers what the module was compiled against, told before anything of it is loaded.</summary>
internal sealed partial class Preflight(IModuleCapabilities capabilities)
{
    public static string SdkVersion { get; } = typeof(IModule).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>() is { } attribute
        ? string.Join('.', attribute.Version.Split('.').Take(3))
        : "0.0.0";

    public void Check(ModuleManifest manifest, TrustedPublisher signer)
    {
        if (!signer.Publishes(manifest.Id)) throw ModuleRefusedException.For(ModuleFailureCodes.ForeignId, signer.Publisher.Name, manifest.Id, string.Join(", ", signer.IdPrefixes));
        if (manifest.Capabilities.Where(capability => !signer.Allows(capability)).ToArray() is { Length: > 0 } above) throw ModuleRefusedException.For(ModuleFailureCodes.AboveCeiling, signer.Publisher.Name, string.Join(", ", above));
        if (!InRange(manifest.Requires.Sdk, SdkVersion)) throw ModuleRefusedException.For(ModuleFailureCodes.SdkRange, manifest.Requires.Sdk, SdkVersion);
        foreach (var reference in manifest.Requires.Shared)
        {
            var here = SharedAssemblies.VersionOf(reference.Name);
            if (here is null || !Version.TryParse(reference.Version, out var wanted) || here < wanted)
                throw ModuleRefusedException.For(ModuleFailureCodes.SharedAssembly, reference.Name, reference.Version, here?.ToString() ?? "-");
        }
    }

    /// <summary>Capabilities nobody has decided on.</summary>
    public IReadOnlyList<string> Undecided(ModuleManifest manifest) => [.. manifest.Capabilities.Where(capability => !capabilities.Decided(manifest.Id, capability))];

    /// <summary>Reads the code of every assembly without loading it.</summary>
    public IReadOnlyList<ModuleFailure> Code(ModuleManifest manifest, string folder) => [];

    private static bool InRange(string range, string version)
    {
        var match = Range().Match(range);
        return match.Success
            && SemanticVersion.TryParse(match.Groups[1].Value, out var floor) && SemanticVersion.TryParse(match.Groups[2].Value, out var ceiling)
            && SemanticVersion.TryParse(version, out var here) && here >= floor && here < ceiling;
    }

    [GeneratedRegex("^>=(\\S+) <(\\S+)$")]
    private static partial Regex Range();
}
