namespace UnifiedPlatform.Architecture.Tests;

/// <summary>Fails with every violation, one a line.</summary>
internal static class Guard
{
    public static void Holds(IEnumerable<string> violations)
    {
        var all = violations.ToList();
        Assert.True(all.Count == 0, $"{all.Count} violations:{Environment.NewLine}{string.Join(Environment.NewLine, all)}");
    }
}
