using System.Text.RegularExpressions;

namespace UnifiedPlatform.Sdk.Testing.Conformance;

/// <summary>What may lie in a package.</summary>
internal static partial class PackageRules
{
    public static IEnumerable<string> Violations(ModulePackage package, int largestKiB)
    {
        if (package.Length > largestKiB * 1024L) yield return $"The package has {package.Length / 1024} KiB; {largestKiB} are allowed (LargestKiB). Large pictures and libraries belong to the host or out.";
        var script = package.Contents.Capabilities.Contains("ui:script");
        foreach (var name in package.Names)
        {
            if (!Allowed().IsMatch(name) && !(script && name.StartsWith("wwwroot/", StringComparison.Ordinal) && name.EndsWith(".js", StringComparison.Ordinal))) yield return $"{name} does not belong in a package.";
            if (Shared().IsMatch(name)) yield return $"{name} comes from the host; a second copy would be another set of types.";
        }
        foreach (var missing in new[] { "Resources/zh-Hans.json", "Resources/en.json" }.Except(package.Names)) yield return $"{missing} is missing.";
    }

    [GeneratedRegex(@"^(module\.json|module\.sig|[A-Za-z0-9._-]+\.dll|[A-Za-z0-9._-]+\.deps\.json|(Resources|Topics|ServiceItems|Schemas)/[A-Za-z0-9._/-]+\.json|wwwroot/[A-Za-z0-9._/-]+\.(css|svg|png|webp|ico|woff2|txt|pdf))$")]
    private static partial Regex Allowed();

    [GeneratedRegex(@"^(UnifiedPlatform\.|System\.|Microsoft\.(AspNetCore|EntityFrameworkCore|Extensions|Data\.Sqlite)|Autofac\.|Npgsql|Quartz\.|SQLitePCLRaw)[A-Za-z0-9._-]*\.?dll$")]
    private static partial Regex Shared();
}
