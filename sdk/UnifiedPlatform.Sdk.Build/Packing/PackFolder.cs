namespace UnifiedPlatform.Sdk.Build.Packing;

/// <summary>The project folder as the source of a package's assets.</summary>
internal sealed class PackFolder(string path)
{
    private static readonly string[] Kinds = ["Resources", "Topics", "ServiceItems", "Schemas", "wwwroot"];

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts { get; } = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
    {
        ["zh-Hans"] = TextFile.Read(Path.Combine(path, "Resources", "zh-Hans.json")),
        ["en"] = TextFile.Read(Path.Combine(path, "Resources", "en.json")),
    };

    public bool Has(string relative) => relative.Length > 0 && File.Exists(Path.Combine(path, relative)) && Assets().Any(asset => asset.Name == relative);

    public IReadOnlyList<string> Files(string kind, string extension) =>
        [.. Assets().Select(asset => asset.Name).Where(name => name.StartsWith(kind + "/", StringComparison.Ordinal) && name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))];

    public IEnumerable<(string Name, string Path)> Assets() =>
        from kind in Kinds
        let root = Path.Combine(path, kind)
        where Directory.Exists(root)
        from file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(path, file).Replace('\\', '/')
        orderby name
        select (name, file);
}
