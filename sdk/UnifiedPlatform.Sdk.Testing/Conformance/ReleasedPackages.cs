namespace UnifiedPlatform.Sdk.Testing.Conformance;

/// <summary>Packages of released versions, which a test project keeps in <c>Released/</c>.</summary>
internal static class ReleasedPackages
{
    public static IReadOnlyList<ModulePackage> All { get; } = Path.Combine(AppContext.BaseDirectory, "Released") is var folder && Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.upm").Order(StringComparer.Ordinal).Select(ModulePackage.Read)]
        : [];
}
