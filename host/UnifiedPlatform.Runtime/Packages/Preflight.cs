using System.Reflection;
using System.Text.RegularExpressions;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>Whether this host offers what the module was compiled against, told before anything of it is loaded.</summary>
internal static partial class Preflight
{
    public static string SdkVersion { get; } = typeof(IModule).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>() is { } attribute
        ? string.Join('.', attribute.Version.Split('.').Take(3))
        : "0.0.0";

    public static void Check(ModuleManifest manifest)
    {
        if (!InRange(manifest.Requires.Sdk, SdkVersion)) throw ModuleRefusedException.For(ModuleFailureCodes.SdkRange, manifest.Requires.Sdk, SdkVersion);
        foreach (var reference in manifest.Requires.Shared)
        {
            var here = SharedAssemblies.VersionOf(reference.Name);
            if (here is null || !Version.TryParse(reference.Version, out var wanted) || here < wanted)
                throw ModuleRefusedException.For(ModuleFailureCodes.SharedAssembly, reference.Name, reference.Version, here?.ToString() ?? "-");
        }
    }

    private static bool InRange(string range, string version)
    {
        var match = Range().Match(range);
        return match.Success
            && SemanticVersion.TryParse(match.Groups[1].Value, out var floor) && SemanticVersion.TryParse(match.Groups[2].Value, out var ceiling)
            && SemanticVersion.TryParse(version, out var here) && here.CompareTo(floor) >= 0 && here.CompareTo(ceiling) < 0;
    }

    [GeneratedRegex("^>=(\\S+) <(\\S+)$")]
    private static partial Regex Range();
}
