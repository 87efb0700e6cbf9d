using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Modules.Code;

namespace UnifiedPlatform.Runtime.Packages.Code;

/// <summary>Reads every assembly of a package and names each place that breaks a rule.</summary>
internal static class CodeCheck
{
    private const int MostPlaces = 20;

    /// <summary>What refuses the package.</summary>
    /// <returns>What is only told.</returns>
    public static IReadOnlyList<ModuleFailure> Run(ModuleManifest manifest, string folder)
    {
        List<ModuleFailure> refused = [], told = [];
        foreach (var file in manifest.Files.Where(file => file.Path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)))
        {
            try
            {
                using var code = new CodeFile(Path.Combine(folder, file.Path));
                refused.AddRange(Refused(code, manifest));
                told.AddRange(code.Uses().Where(CodeRules.TouchesFiles).DistinctBy(use => use.Place).Select(use => new ModuleFailure(ModuleFailureCodes.FilesByPath, use.ToString(), use.Place)));
            }
            catch (Exception error) when (error is BadImageFormatException or InvalidOperationException or ArgumentException or IOException or OverflowException)
            {
                refused.Add(new ModuleFailure(ModuleFailureCodes.BadAssembly, file.Path));
            }
        }
        return refused.Count == 0 ? [.. told.Take(MostPlaces)] : throw new ModuleRefusedException([.. refused.Distinct().Take(MostPlaces)]);
    }

    /// <summary>The capabilities the code of a package is seen to use.</summary>
    public static IReadOnlySet<string> Uses(string assembly)
    {
        using var code = new CodeFile(assembly);
        return code.Uses().SelectMany(CapabilityUses.Of).ToHashSet();
    }

    private static IEnumerable<ModuleFailure> Refused(CodeFile code, ModuleManifest manifest)
    {
        if (code.IsMixed) yield return Forbidden("native", "", "");
        foreach (var place in code.NativeMethods()) yield return Forbidden("native", "P/Invoke", place);
        foreach (var (place, type) in code.StaticFields())
            if (CodeRules.Timers.Contains(type)) yield return Forbidden("static-timer", type, place);
        foreach (var (place, @base) in code.BaseTypes())
            if (CodeRules.ForbiddenBases.TryGetValue(@base, out var key)) yield return Forbidden(key, @base, place);
        foreach (var (place, attribute, isStatic) in code.MethodAttributesUsed())
            if (isStatic && attribute == "Microsoft.JSInterop.JSInvokableAttribute") yield return Forbidden("js-invokable", attribute, place);
        foreach (var use in code.Uses())
        {
            if (CodeRules.Forbidden.FirstOrDefault(rule => rule.Broken(use)) is { } broken) yield return Forbidden(broken.Key, use.ToString(), use.Place);
            foreach (var needed in CapabilityUses.Of(use).Where(needed => !CapabilityUses.Covers(manifest.Capabilities, needed))) yield return new ModuleFailure(ModuleFailureCodes.Undeclared, use.ToString(), use.Place, needed);
        }
    }

    private static ModuleFailure Forbidden(string key, string what, string place) => new(ModuleFailureCodes.Forbidden, what, place, key);
}
