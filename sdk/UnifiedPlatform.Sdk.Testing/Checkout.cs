namespace UnifiedPlatform.Sdk.Testing;

/// <summary>The checkout the tests were built from.</summary>
public static class Checkout
{
    /// <summary>Folder of the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "UnifiedPlatform.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No UnifiedPlatform.sln above {AppContext.BaseDirectory}: run the tests from the checkout they were built in.");
    }
}
