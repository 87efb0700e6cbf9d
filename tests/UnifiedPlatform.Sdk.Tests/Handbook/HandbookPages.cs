namespace UnifiedPlatform.Sdk.Tests.Handbook;

/// <summary>The pages of the handbook, as they lie in <c>sdk/docs</c>.</summary>
internal static class HandbookPages
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "docs");

    public static IReadOnlyDictionary<string, string> All { get; } =
        Directory.EnumerateFiles(Folder, "*.md").ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal);

    public static IEnumerable<Fence> Fences => All.OrderBy(page => page.Key, StringComparer.Ordinal).SelectMany(page => Fence.Of(page.Key, page.Value));

    /// <summary>A file of the repository that the build copied beside the tests.</summary>
    public static string Known(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "known", name));
}
