using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Architecture.Tests.Sources;

/// <summary>The sources of the checkout, without what a build makes.</summary>
public static class SourceTree
{
    // A template's content is no code yet: it is judged as the module that is made of it.
    private static readonly string[] Made = ["bin", "obj", ".packed", "node_modules", "data", "content"];
    private static readonly Lazy<IReadOnlyList<SourceFile>> AllCode = new(() => [.. Read("*.cs", "host", "sdk", "modules", "tests")]);

    /// <summary>C# of the product.</summary>
    public static IEnumerable<SourceFile> Product => AllCode.Value.Where(file => !file.Path.StartsWith("tests/", StringComparison.Ordinal));

    /// <summary>C# of the product that a person wrote.</summary>
    public static IEnumerable<SourceFile> Written => Product.Where(file => !file.Path.Contains("/Migrations/", StringComparison.Ordinal));

    /// <summary>C# of the tests.</summary>
    public static IEnumerable<SourceFile> Tests => AllCode.Value.Where(file => file.Path.StartsWith("tests/", StringComparison.Ordinal));

    /// <summary>Files of a kind below some folders of the root.</summary>
    public static IEnumerable<SourceFile> Read(string pattern, params string[] folders) =>
        from folder in folders
        let root = Path.Combine(Checkout.Root, folder)
        where Directory.Exists(root)
        from file in Files(root, pattern)
        orderby file
        select new SourceFile(Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'), File.ReadAllText(file));

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Concat(Directory.EnumerateDirectories(folder).Where(IsSource).SelectMany(inner => Files(inner, pattern)));

    // A host run from source keeps its state in a folder data beside its project.
    private static bool IsSource(string folder) => !Made.Contains(Path.GetFileName(folder), StringComparer.Ordinal);
}
