using Xunit;

namespace UnifiedPlatform.Sdk.Testing.Conformance;

/// <summary>Tells everything that is wrong at once.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string> findings)
    {
        var all = findings.ToArray();
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
