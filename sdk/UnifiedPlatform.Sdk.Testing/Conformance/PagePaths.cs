using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Testing.Conformance;

/// <summary>The pages of a module that open without a parameter, relative to it.</summary>
internal static class PagePaths
{
    public static IReadOnlyList<string> Of(ModuleManifest manifest)
    {
        var contributes = manifest.Contributes;
        return [.. contributes.Navigation.Select(entry => entry.Path).Concat(contributes.Pages.Where(page => !page.Public).Select(page => page.Route)).Where(path => !path.Contains('{', StringComparison.Ordinal))
            .Select(path => path.TrimStart('/')).Distinct(StringComparer.Ordinal)];
    }
}
